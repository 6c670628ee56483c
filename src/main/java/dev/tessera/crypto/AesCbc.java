package dev.tessera.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/// AES-256 in CBC mode with PKCS#7 padding, for the files of other programs. Nothing of ours is sealed with it: it
/// shows no tampering, and a wrong key passes as right once in 256 times unless the format has a check of its own.
public final class AesCbc {
    private static final String PADDED = "AES/CBC/PKCS5Padding";
    private static final int KEY_LENGTH = 32;
    private static final int BLOCK = 16;

    private AesCbc() {}

    /// Seals `plaintext`; the format must have a check of its own around the box.
    ///
    /// @param key 32 bytes
    /// @param iv 16 random bytes
    public static byte[] seal(Key key, byte[] iv, byte[] plaintext) {
        requireLengths(key, iv);
        try {
            return cipher(PADDED, Cipher.ENCRYPT_MODE, key, iv).doFinal(plaintext);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("AES-256-CBC is part of every JDK", e);
        }
    }

    /// Opens a box. The caller wipes what it gets.
    ///
    /// @param key 32 bytes
    /// @param iv 16 bytes
    /// @throws BadPaddingException if the key is another one, or the box is damaged
    public static byte[] open(Key key, byte[] iv, byte[] box) throws BadPaddingException {
        return open(PADDED, key, iv, box);
    }

    /// Opens a box of whole blocks without padding, whose format has a check of its own. The caller wipes what it gets.
    ///
    /// @param key 32 bytes
    /// @param iv 16 bytes
    /// @throws BadPaddingException if there are no whole blocks
    public static byte[] openUnpadded(Key key, byte[] iv, byte[] box) throws BadPaddingException {
        return open("AES/CBC/NoPadding", key, iv, box);
    }

    private static byte[] open(String transformation, Key key, byte[] iv, byte[] box) throws BadPaddingException {
        requireLengths(key, iv);
        if (box.length == 0 || box.length % BLOCK != 0) {
            throw new BadPaddingException("a box has whole blocks of " + BLOCK + " bytes, this one " + box.length);
        }
        try {
            return cipher(transformation, Cipher.DECRYPT_MODE, key, iv).doFinal(box);
        } catch (BadPaddingException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("AES-256-CBC is part of every JDK", e);
        }
    }

    private static Cipher cipher(String transformation, int mode, Key key, byte[] iv) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(transformation);
        cipher.init(mode, key.forJca("AES"), new IvParameterSpec(iv));
        return cipher;
    }

    private static void requireLengths(Key key, byte[] iv) {
        if (key.length() != KEY_LENGTH || iv.length != BLOCK) {
            throw new IllegalArgumentException("key and IV have " + key.length() + " and " + iv.length
                    + " bytes; they must have " + KEY_LENGTH + " and " + BLOCK);
        }
    }
}
