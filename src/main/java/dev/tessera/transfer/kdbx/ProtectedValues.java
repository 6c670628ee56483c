package dev.tessera.transfer.kdbx;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.KeyStream;
import dev.tessera.transfer.Hashes;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.UnsupportedImportException;
import java.util.Arrays;
import java.util.HexFormat;

/// The inner stream: it hides the protected values of a database, one after another in the order of the document.
final class ProtectedValues {
    private static final int SALSA20 = 2;
    private static final int CHACHA20 = 3;
    private static final byte[] SALSA20_NONCE = HexFormat.of().parseHex("e830094b97205d2a");

    private final KeyStream stream;

    private ProtectedValues(KeyStream stream) {
        this.stream = stream;
    }

    static ProtectedValues of(long kind, byte[] seed) throws ImportException {
        return switch ((int) kind) {
            case SALSA20 -> new ProtectedValues(salsa20(seed));
            case CHACHA20 -> new ProtectedValues(chaCha20(seed));
            default ->
                throw new UnsupportedImportException(
                        "This database protects its values in a way that Tessera does not know (number " + kind
                                + "). Open it in KeePassXC or KeePass 2 and save it again.");
        };
    }

    private static KeyStream salsa20(byte[] seed) {
        byte[] hash = Hashes.sha256(seed);
        try (var key = Key.copyOf(hash)) {
            return KeyStream.salsa20(key, SALSA20_NONCE);
        } finally {
            Arrays.fill(hash, (byte) 0);
        }
    }

    private static KeyStream chaCha20(byte[] seed) {
        byte[] hash = Hashes.sha512(seed);
        try (var key = Key.copyOf(hash, 0, 32)) {
            return KeyStream.chaCha20(key, Arrays.copyOfRange(hash, 32, 44));
        } finally {
            Arrays.fill(hash, (byte) 0);
        }
    }

    /// The next value.
    byte[] open(byte[] hidden) {
        return stream.apply(hidden);
    }

    /// Passes over the next value.
    void skip(long length) {
        stream.skip(length);
    }
}
