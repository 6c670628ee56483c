package dev.tessera.transfer.stratum;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.WrongImportPassphraseException;

/// Stratum's sealed backup. Its first 16 bytes tell whether it is of version 1.19 and later, or older.
final class StratumBox {
    private static final byte[] STRONG = "AUTHENTICATORPRO".getBytes(US_ASCII);
    private static final byte[] LEGACY = "AuthenticatorPro".getBytes(US_ASCII);
    private static final int STRONG_SALT = 16;
    private static final int STRONG_NONCE = 12;
    private static final int LEGACY_SALT = 20;
    private static final int LEGACY_IV = 16;
    private static final int LEGACY_ITERATIONS = 64_000;

    private StratumBox() {}

    static boolean isMeant(ImportFile file) {
        return file.startsWith(STRONG) || file.startsWith(LEGACY);
    }

    /// The plain JSON, which the caller closes.
    static ImportFile open(ImportFile file, Passphrase passphrase) throws ImportException {
        return file.startsWith(STRONG) ? strong(file, passphrase) : legacy(file, passphrase);
    }

    private static ImportFile strong(ImportFile file, Passphrase passphrase) throws ImportException {
        int nonceAt = STRONG.length + STRONG_SALT;
        int boxAt = nonceAt + STRONG_NONCE;
        requireLonger(file, boxAt);
        long[] cost = {64 * 1024, 3, 4};
        try (var key = Unsealing.argon2id(cost, passphrase.toUtf8(), file.bytes(STRONG.length, nonceAt))) {
            return ImportFile.of(Unsealing.gcm(key, file.bytes(nonceAt, boxAt), file.bytes(boxAt, file.length())));
        }
    }

    /// Nothing in this form shows a wrong passphrase but what comes out.
    private static ImportFile legacy(ImportFile file, Passphrase passphrase) throws ImportException {
        int ivAt = LEGACY.length + LEGACY_SALT;
        int boxAt = ivAt + LEGACY_IV;
        requireLonger(file, boxAt);
        byte[] salt = file.bytes(LEGACY.length, ivAt);
        try (var key = Unsealing.pbkdf2(Pbkdf2.Hash.SHA1, LEGACY_ITERATIONS, passphrase.toUtf8(), salt)) {
            var inner = ImportFile.of(Unsealing.cbc(key, file.bytes(ivAt, boxAt), file.bytes(boxAt, file.length())));
            if (!inner.fields().has("Authenticators")) {
                inner.close();
                throw new WrongImportPassphraseException();
            }
            return inner;
        } catch (DamagedImportException _) {
            throw new WrongImportPassphraseException();
        }
    }

    private static void requireLonger(ImportFile file, int length) throws DamagedImportException {
        if (file.length() <= length) {
            throw new DamagedImportException("This backup ends before its content begins. Make a new one in Stratum.");
        }
    }
}
