package dev.tessera.transfer.kdbx;

import dev.tessera.crypto.Key;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.util.Arrays;
import java.util.Iterator;

/// A database of KeePass, KDBX 3.1 or 4.
public final class Kdbx {
    private static final String KEY_FILE =
            "If the database also has a key file, give that, too. A database that needs a hardware key opens only"
                    + " after you remove that key in KeePass.";

    private Kdbx() {}

    /// Whether a file is one, of whatever version.
    public static boolean isMeant(ImportFile file) {
        return file.startsWith(KdbxHeader.KEEPASS);
    }

    /// Opens it with the first key that fits.
    ///
    /// @throws WrongImportPassphraseException if none does
    public static KeePassDatabase open(ImportFile file, Keys keys) throws ImportException {
        byte[] bytes = file.bytes(0, file.length());
        try {
            var header = KdbxHeader.parse(bytes);
            if (header.isVersion4()) {
                Kdbx4.requireWholeHeader(header, bytes);
            }
            return open(header, bytes, keys.all().iterator());
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static KeePassDatabase open(KdbxHeader header, byte[] bytes, Iterator<Key> keys) throws ImportException {
        while (keys.hasNext()) {
            try (var transformed = Derivation.derive(header, keys.next())) {
                return header.isVersion4()
                        ? Kdbx4.open(header, bytes, transformed)
                        : Kdbx3.open(header, bytes, transformed);
            } catch (WrongImportPassphraseException _) {
                // The next key may fit; if none does, that is told.
            }
        }
        throw new WrongImportPassphraseException(KEY_FILE);
    }

    static DamagedImportException damaged() {
        return new DamagedImportException(
                "The passphrase is right, but the database is damaged. Restore it from a backup.");
    }
}
