package dev.tessera.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/// KeePass's own derivation, AES-KDF: both halves of a key are encrypted over and over with AES-256, then hashed. It
/// costs an attacker time alone and no memory; nothing of ours is derived by it. It
/// stops where it is [CalledOff].
///
/// @param rounds 1 to 500,000,000
public record AesKdf(long rounds) {
    private static final long MAX_ROUNDS = 500_000_000;
    private static final int KEY_LENGTH = 32;
    private static final int BLOCK = 16;
    private static final int BLOCKS_AT_ONCE = 4096;

    /// Checks the bounds.
    public AesKdf {
        Bounds.require("AES-KDF", "rounds", rounds, 1, MAX_ROUNDS);
    }

    /// Derives a key of 32 bytes.
    ///
    /// @param key 32 bytes
    /// @param seed 32 bytes, the key of the encryption
    public Key derive(Key key, byte[] seed) {
        if (key.length() != KEY_LENGTH || seed.length != KEY_LENGTH) {
            throw new IllegalArgumentException("AES-KDF: key and seed have " + key.length() + " and " + seed.length
                    + " bytes; they must have " + KEY_LENGTH + " each");
        }
        byte[] halves = key.toByteArray();
        byte[] derived = {};
        try (var encryption = Key.copyOf(seed)) {
            encrypt(encryption, halves, 0);
            encrypt(encryption, halves, BLOCK);
            derived = MessageDigest.getInstance("SHA-256").digest(halves);
            return Key.copyOf(derived);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("AES and SHA-256 are part of every JDK", e);
        } finally {
            Arrays.fill(halves, (byte) 0);
            Arrays.fill(derived, (byte) 0);
        }
    }

    /// CBC over blocks of zeros, begun with the block as IV, encrypts that block again and again; and it is what the
    /// processor does by itself, many blocks to a call.
    private void encrypt(Key encryption, byte[] halves, int offset) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, encryption.forJca("AES"), new IvParameterSpec(halves, offset, BLOCK));
        byte[] zeros = new byte[BLOCKS_AT_ONCE * BLOCK];
        byte[] out = new byte[zeros.length];
        for (long left = rounds; left > 0; left -= BLOCKS_AT_ONCE) {
            CalledOff.check();
            int length = (int) Math.min(left, BLOCKS_AT_ONCE) * BLOCK;
            cipher.update(zeros, 0, length, out, 0);
            System.arraycopy(out, length - BLOCK, halves, offset, BLOCK);
        }
        Arrays.fill(out, (byte) 0);
    }
}
