package dev.tessera.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// A box that is sealed with AES-256-GCM (NIST SP 800-38D), tag of 16 bytes at its end.
///
/// Never use one nonce twice with one key: it gives away the key of the tag. Where each key seals one
/// box only, the nonce may be [#zeroNonce()]. GCM does not commit to its key (one box can open under
/// two keys): a caller to whom that matters must add a commitment of its own.
public final class Aead {

    /// How many bytes a box is longer than what it holds.
    public static final int OVERHEAD = 16;

    private static final int KEY_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;

    private static final int PIECE = 1024;

    /// Other programs' boxes; GCM hashes a nonce of another length (SP 800-38D section 7.1).
    private static final int LONG_NONCE_LENGTH = 16;

    private Aead() {}

    /// The nonce for a key that seals one box only.
    public static byte[] zeroNonce() {
        return new byte[NONCE_LENGTH];
    }

    /// Seals `plaintext`; the associated data is covered by the tag, but not part of the box.
    ///
    /// @param key 32 bytes
    /// @param nonce 12 bytes
    public static byte[] seal(Key key, byte[] nonce, byte[] associatedData, byte[] plaintext) {
        requireLength("nonce", nonce.length, nonce.length == NONCE_LENGTH, "12");
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associatedData);
            return inPieces(cipher, plaintext);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("AES-256-GCM is part of every JDK", e);
        }
    }

    /// Opens a box. The caller wipes what it gets.
    ///
    /// @param nonce 12 bytes, or 16 as some programs have it
    /// @throws AEADBadTagException if key, nonce, associated data or box are not those of the sealing
    public static byte[] open(Key key, byte[] nonce, byte[] associatedData, byte[] box) throws AEADBadTagException {
        if (box.length < OVERHEAD) {
            throw new AEADBadTagException("a box has at least " + OVERHEAD + " bytes, this one has " + box.length);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, associatedData).doFinal(box);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("AES-256-GCM is part of every JDK", e);
        }
    }

    /// The virtual machine compiles what is called often, not what takes long: in one piece, each megabyte took as long
    /// as twenty do once GCM is compiled, however often it was saved. What opens boxes runs through the same code.
    private static byte[] inPieces(Cipher cipher, byte[] plaintext) throws GeneralSecurityException {
        byte[] box = new byte[cipher.getOutputSize(plaintext.length)];
        int from = 0;
        int to = 0;
        for (; plaintext.length - from > PIECE; from += PIECE) {
            to += cipher.update(plaintext, from, PIECE, box, to);
        }
        cipher.doFinal(plaintext, from, plaintext.length - from, box, to);
        return box;
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, byte[] associatedData)
            throws GeneralSecurityException {
        requireLength("key", key.length(), key.length() == KEY_LENGTH, "32");
        requireLength(
                "nonce",
                nonce.length,
                nonce.length == NONCE_LENGTH || nonce.length == LONG_NONCE_LENGTH,
                "12, or 16 in a foreign box");
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.forJca("AES"), new GCMParameterSpec(OVERHEAD * 8, nonce));
        cipher.updateAAD(associatedData);
        return cipher;
    }

    private static void requireLength(String what, int length, boolean fits, String allowed) {
        if (!fits) {
            throw new IllegalArgumentException(what + " has " + length + " bytes; it must have " + allowed);
        }
    }
}
