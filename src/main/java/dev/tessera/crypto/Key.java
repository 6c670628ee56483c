package dev.tessera.crypto;

import java.io.Serial;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;

/// Key material that is wiped by [#close()], which the JDK's own `SecretKeySpec` refuses to do.
///
/// Not a `SecretKey` itself, so that it can be neither serialised nor read by accident.
public final class Key implements AutoCloseable {

    private static final int MAX_LENGTH = 1024;

    private final byte[] bytes;
    private volatile boolean closed;

    private Key(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Copies `bytes`, 1 to 1,024 of them; the caller wipes its own array.
    public static Key copyOf(byte[] bytes) {
        return copyOf(bytes, 0, bytes.length);
    }

    /// Copies `length` bytes that begin at `offset`.
    public static Key copyOf(byte[] bytes, int offset, int length) {
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("a key has 1 to " + MAX_LENGTH + " bytes, this one has " + length);
        }
        return new Key(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /// `length` random bytes.
    public static Key random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new Key(bytes);
    }

    /// A copy of the bytes, which the caller wipes.
    ///
    /// @throws IllegalStateException after [#close()]
    public byte[] toByteArray() {
        if (closed) {
            throw new IllegalStateException("this key was wiped");
        }
        return bytes.clone();
    }

    /// The length in bytes.
    public int length() {
        return bytes.length;
    }

    /// Compares in constant time. Not `equals`: keys belong in no collection.
    public boolean isSameAs(Key other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    /// Wipes the bytes.
    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "Key[" + bytes.length + " bytes, hidden]";
    }

    /// As the JDK's ciphers take it: a view of this key, good until it is closed.
    SecretKey forJca(String algorithm) {
        return new JcaView(this, algorithm);
    }

    private static final class JcaView implements SecretKey {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Key key;
        private final transient String algorithm;

        JcaView(Key key, String algorithm) {
            this.key = key;
            this.algorithm = algorithm;
        }

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return key.toByteArray();
        }
    }
}
