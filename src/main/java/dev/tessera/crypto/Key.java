package dev.tessera.crypto;

import dev.tessera.guard.LockedPage;
import java.io.Serial;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;

/// Key material that is wiped by [#close()], which the JDK's own `SecretKeySpec` refuses to do.
///
/// Not a `SecretKey` itself, so that it can be neither serialised nor read by accident.
public final class Key implements AutoCloseable {

    /// The largest length, in bytes.
    static final int MAX_LENGTH = 1024;

    private final Place place;
    private final int length;
    private volatile boolean closed;

    private Key(Place place, int length) {
        this.place = place;
        this.length = length;
    }

    private static Key onHeap(byte[] bytes) {
        return new Key(new OnHeap(bytes), bytes.length);
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
        return onHeap(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /// `length` random bytes.
    public static Key random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return onHeap(bytes);
    }

    /// The same key in a page of its own, for one that is held for long; this one is closed.
    public Key moveToLockedPage() {
        byte[] bytes = toByteArray();
        try (this) {
            var page = LockedPage.allocate();
            page.put(bytes);
            return new Key(new OnPage(page, bytes.length), bytes.length);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// A copy of the bytes, which the caller wipes.
    ///
    /// @throws IllegalStateException after [#close()]
    public byte[] toByteArray() {
        if (closed) {
            throw new IllegalStateException("this key was wiped");
        }
        return place.copy();
    }

    /// The length in bytes.
    public int length() {
        return length;
    }

    /// Compares in constant time. Not `equals`: keys belong in no collection.
    public boolean isSameAs(Key other) {
        byte[] mine = place.copy();
        byte[] others = other.place.copy();
        try {
            return MessageDigest.isEqual(mine, others);
        } finally {
            Arrays.fill(mine, (byte) 0);
            Arrays.fill(others, (byte) 0);
        }
    }

    /// Wipes the bytes.
    @Override
    public void close() {
        closed = true;
        place.wipe();
    }

    @Override
    public String toString() {
        return "Key[" + length + " bytes, hidden]";
    }

    /// As the JDK's ciphers take it: a view of this key, good until it is closed.
    SecretKey forJca(String algorithm) {
        return new JcaView(this, algorithm);
    }

    /// Where the bytes lie.
    private sealed interface Place {
        byte[] copy();

        void wipe();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record OnHeap(byte[] bytes) implements Place {
        @Override
        public byte[] copy() {
            return bytes.clone();
        }

        @Override
        public void wipe() {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private record OnPage(LockedPage page, int length) implements Place {
        @Override
        public byte[] copy() {
            return page.get(length);
        }

        @Override
        public void wipe() {
            page.close();
        }
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
