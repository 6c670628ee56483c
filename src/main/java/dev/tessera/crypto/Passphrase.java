package dev.tessera.crypto;

/// A passphrase in Unicode normalisation form C, copied in and wiped by [#close()].
public final class Passphrase implements AutoCloseable {
    private Passphrase() {}

    /// Copies the characters; the caller wipes its own array.
    public static Passphrase copyOf(char[] characters) {
        throw new UnsupportedOperationException("to come");
    }

    /// A copy as UTF-8, which the caller wipes.
    public byte[] toUtf8() {
        throw new UnsupportedOperationException("to come");
    }

    @Override
    public void close() {}
}
