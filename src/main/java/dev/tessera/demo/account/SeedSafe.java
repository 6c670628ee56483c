package dev.tessera.demo.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Aead;
import dev.tessera.crypto.Key;
import dev.tessera.otp.Secret;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;

/// Seals the seeds for the database: AES-256-GCM under a random nonce, with the person and the factor as associated
/// data, so that a seed that was moved to another row does not open.
final class SeedSafe {
    private static final int NONCE_LENGTH = 12;

    private final Key key;
    private final SecureRandom random;

    SeedSafe(Key key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    String seal(Secret seed, String personId, String factorId) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] plain = seed.toByteArray();
        try {
            byte[] box = Aead.seal(key, nonce, owner(personId, factorId), plain);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_LENGTH + box.length);
            System.arraycopy(box, 0, sealed, NONCE_LENGTH, box.length);
            return Base64.getEncoder().encodeToString(sealed);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// @throws StoreException if it is not what was sealed for this person and factor
    Secret open(String text, String personId, String factorId) throws StoreException {
        byte[] sealed = Base64.getDecoder().decode(text);
        if (sealed.length <= NONCE_LENGTH) {
            throw new StoreException("a stored seed is incomplete");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
        byte[] box = Arrays.copyOfRange(sealed, NONCE_LENGTH, sealed.length);
        byte[] plain;
        try {
            plain = Aead.open(key, nonce, owner(personId, factorId), box);
        } catch (AEADBadTagException _) {
            throw new StoreException(
                    "a stored seed cannot be decrypted: another server key, or the database was altered");
        }
        try {
            return Secret.copyOf(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] owner(String personId, String factorId) {
        return ("person " + personId + " factor " + factorId).getBytes(UTF_8);
    }
}
