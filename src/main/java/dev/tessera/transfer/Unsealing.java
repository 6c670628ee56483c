package dev.tessera.transfer;

import dev.tessera.crypto.Aead;
import dev.tessera.crypto.AesCbc;
import dev.tessera.crypto.AesKdf;
import dev.tessera.crypto.Argon2;
import dev.tessera.crypto.Argon2.Variant;
import dev.tessera.crypto.ForeignArgon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.crypto.Scrypt;
import dev.tessera.crypto.XChaCha20Poly1305;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.BadPaddingException;

/// Keys out of passphrases and content out of boxes, as the formats need them. What a file asks for is bounded before
/// anything is allocated, and held against the memory that this process may use.
///
/// Each array named `password` is taken over and wiped.
public final class Unsealing {
    private static final byte[] NONE = {};

    /// What must stay free beside the memory of a derivation.
    private static final long RESERVE = 96L << 20;

    private Unsealing() {}

    /// A key by PBKDF2.
    public static Key pbkdf2(Pbkdf2.Hash hash, long iterations, byte[] password, byte[] salt)
            throws CostlyImportException {
        return derived(password, () -> new Pbkdf2(hash, bounded(iterations)).derive(password, salt));
    }

    /// A key by scrypt.
    ///
    /// @param cost `n`, `r` and `p`
    public static Key scrypt(long[] cost, byte[] password, byte[] salt) throws CostlyImportException {
        var scrypt = checked(() -> new Scrypt(bounded(cost[0]), bounded(cost[1]), bounded(cost[2])), password);
        requireMemory(scrypt.memory(), password);
        return derived(password, () -> scrypt.derive(password, salt));
    }

    /// A key by Argon2id.
    ///
    /// @param cost memory in KiB, passes, lanes
    public static Key argon2id(long[] cost, byte[] password, byte[] salt) throws CostlyImportException {
        var argon2id =
                checked(() -> new ForeignArgon2id(bounded(cost[0]), bounded(cost[1]), bounded(cost[2])), password);
        requireMemory(argon2id.memory(), password);
        return derived(password, () -> argon2id.derive(password, salt));
    }

    /// A key by either variant of Argon2, as password managers set it.
    ///
    /// @param cost version, memory in KiB, passes, lanes
    public static Key argon2(Variant variant, long[] cost, byte[] password, byte[] salt) throws CostlyImportException {
        var argon2 = checked(
                () -> new Argon2(variant, bounded(cost[0]), bounded(cost[1]), bounded(cost[2]), bounded(cost[3])),
                password);
        requireMemory(argon2.memory(), password);
        return derived(password, () -> argon2.derive(password, salt));
    }

    /// A key by KeePass's AES-KDF.
    ///
    /// @param key 32 bytes
    /// @param seed 32 bytes
    public static Key aesKdf(long rounds, Key key, byte[] seed) throws CostlyImportException {
        return checked(() -> new AesKdf(rounds), NONE).derive(key, seed);
    }

    /// Opens a box of AES-256-GCM whose tag is at its end.
    public static byte[] gcm(Key key, byte[] nonce, byte[] box) throws ImportException {
        return gcm(key, nonce, NONE, box);
    }

    /// Opens a box of AES-256-GCM whose tag is at its end, with associated data.
    public static byte[] gcm(Key key, byte[] nonce, byte[] associatedData, byte[] box) throws ImportException {
        if (nonce.length != 12 && nonce.length != 16) {
            throw new DamagedImportException(
                    "The file's nonce has " + nonce.length + " bytes; it must have 12. Export it again.");
        }
        try {
            return Aead.open(key, nonce, associatedData, box);
        } catch (AEADBadTagException _) {
            throw new WrongImportPassphraseException();
        }
    }

    /// Opens a box of XChaCha20-Poly1305 whose tag is at its end.
    public static byte[] xChaCha20(Key key, byte[] nonce, byte[] box) throws ImportException {
        if (nonce.length != XChaCha20Poly1305.NONCE_LENGTH) {
            throw new DamagedImportException("The file's nonce has " + nonce.length + " bytes; it must have "
                    + XChaCha20Poly1305.NONCE_LENGTH + ". Export it again.");
        }
        try {
            return XChaCha20Poly1305.open(key, nonce, NONE, box);
        } catch (AEADBadTagException _) {
            throw new WrongImportPassphraseException();
        }
    }

    /// Opens a box of AES-256-CBC with PKCS#7 padding.
    public static byte[] cbc(Key key, byte[] iv, byte[] box) throws ImportException {
        if (iv.length != 16) {
            throw new DamagedImportException(
                    "The file's IV has " + iv.length + " bytes; it must have 16. Export it again.");
        }
        try {
            return AesCbc.open(key, iv, box);
        } catch (BadPaddingException _) {
            throw new WrongImportPassphraseException();
        }
    }

    private static Key derived(byte[] password, Supplier<Key> derivation) throws CostlyImportException {
        try {
            return checked(derivation, NONE);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static <T> T checked(Supplier<T> cost, byte[] password) throws CostlyImportException {
        try {
            return cost.get();
        } catch (IllegalArgumentException e) {
            Arrays.fill(password, (byte) 0);
            throw new CostlyImportException("The file asks for a cost that no program sets (" + e.getMessage()
                    + "). It is damaged, or it may be malicious.");
        }
    }

    /// BouncyCastle takes a little more than the memory itself.
    private static void requireMemory(long needed, byte[] password) throws CostlyImportException {
        long available = Runtime.getRuntime().maxMemory() - RESERVE;
        if (needed + needed / 16 > available) {
            Arrays.fill(password, (byte) 0);
            throw new CostlyImportException("Opening this file needs " + (needed >> 20)
                    + " MiB of memory for its key, but Tessera may use only " + Math.max(0, available >> 20)
                    + " MiB. Start Tessera with TESSERA_JAVA_OPTIONS=-Xmx" + ((needed >> 20) + 512) + "m.");
        }
    }

    /// An `int` that is out of range wherever the number was.
    private static int bounded(long number) {
        return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
