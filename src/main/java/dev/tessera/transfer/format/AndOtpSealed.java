package dev.tessera.transfer.format;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// andOTP's sealed files, which bear no mark. The present form begins with the iterations of PBKDF2 and a salt; the one
/// before version 0.6.3 with the nonce, its key being the plain SHA-256 of the passphrase.
final class AndOtpSealed {
    private static final int SALT = 12;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int LEAST_CONTENT = 2;
    private static final int OLD_LENGTH = NONCE + LEAST_CONTENT + TAG;
    private static final int LENGTH = Integer.BYTES + SALT + OLD_LENGTH;

    private AndOtpSealed() {}

    /// Sure where the iterations are what andOTP itself draws; else nothing but a trial tells.
    static Match match(ImportFile file) {
        if (file.length() < OLD_LENGTH || !file.isScrambled()) {
            return Match.NO;
        }
        int iterations = iterations(file);
        return file.length() >= LENGTH && iterations >= 140_000 && iterations <= 160_000 ? Match.SURE : Match.POSSIBLE;
    }

    /// The plain JSON.
    static byte[] open(ImportFile file, Passphrase passphrase) throws ImportException {
        int iterations = iterations(file);
        if (file.length() >= LENGTH && iterations >= 1_000 && iterations <= 10_000_000) {
            int nonce = Integer.BYTES + SALT;
            byte[] salt = file.bytes(Integer.BYTES, nonce);
            try (var key = Unsealing.pbkdf2(Pbkdf2.Hash.SHA1, iterations, passphrase.toUtf8(), salt)) {
                return open(file, nonce, key);
            } catch (WrongImportPassphraseException _) {
                // A nonce of the old form that looks like iterations, perhaps: that is tried, too.
            }
        }
        try (var key = oldKey(passphrase)) {
            return open(file, 0, key);
        }
    }

    private static byte[] open(ImportFile file, int nonce, Key key) throws ImportException {
        return Unsealing.gcm(key, file.bytes(nonce, nonce + NONCE), file.bytes(nonce + NONCE, file.length()));
    }

    private static int iterations(ImportFile file) {
        return ByteBuffer.wrap(file.bytes(0, Integer.BYTES)).getInt();
    }

    private static Key oldKey(Passphrase passphrase) {
        byte[] password = passphrase.toUtf8();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password);
            var key = Key.copyOf(digest);
            Arrays.fill(digest, (byte) 0);
            return key;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each Java has SHA-256", e);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }
}
