package dev.tessera.otp;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The shared secret of one account (RFC 4226 section 5.1, `K`), 1 to 1,024 bytes.
///
/// The bytes are copied in, compared in constant time, hidden in text and wiped by [#close()]; every
/// later use of a closed secret is an [IllegalStateException]. Copies that the JVM or the operating
/// system made are out of its reach.
public final class Secret implements AutoCloseable {

    /// The largest length accepted, in bytes.
    public static final int MAX_LENGTH = 1024;

    private final byte[] bytes;
    private volatile boolean closed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Copies `bytes`; the caller wipes its own array.
    ///
    /// @throws IllegalArgumentException if there are no bytes or more than [#MAX_LENGTH]
    public static Secret copyOf(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a secret must have 1 to " + MAX_LENGTH + " bytes; this one has " + bytes.length);
        }
        return new Secret(bytes.clone());
    }

    /// A copy of the bytes, which the caller wipes.
    public byte[] toByteArray() {
        requireOpen();
        return bytes.clone();
    }

    /// The length in bytes.
    public int length() {
        return bytes.length;
    }

    /// Whether [#close()] was called.
    public boolean isClosed() {
        return closed;
    }

    /// Wipes the bytes.
    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    /// Compares in constant time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(bytes, that.bytes);
    }

    /// Depends on the length alone, so that no part of the secret leaks into a hash table.
    @Override
    public int hashCode() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "Secret[" + bytes.length + " bytes, hidden]";
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this secret was wiped");
        }
    }
}
