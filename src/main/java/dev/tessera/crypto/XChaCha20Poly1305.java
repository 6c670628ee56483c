package dev.tessera.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/// A box of XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha), tag of 16 bytes at its end, to open what other programs
/// sealed.
public final class XChaCha20Poly1305 {
    /// 16 bytes for the sub-key, 8 for the nonce under it.
    public static final int NONCE_LENGTH = 24;

    private static final int KEY_LENGTH = 32;
    private static final int OVERHEAD = 16;

    private XChaCha20Poly1305() {}

    /// Opens a box. The caller wipes what it gets.
    ///
    /// @param key 32 bytes
    /// @param nonce 24 bytes
    /// @throws AEADBadTagException if key, nonce, associated data or box are not those of the sealing
    public static byte[] open(Key key, byte[] nonce, byte[] associatedData, byte[] box) throws AEADBadTagException {
        if (key.length() != KEY_LENGTH || nonce.length != NONCE_LENGTH) {
            throw new IllegalArgumentException("key and nonce have " + key.length() + " and " + nonce.length
                    + " bytes; they must have " + KEY_LENGTH + " and " + NONCE_LENGTH);
        }
        if (box.length < OVERHEAD) {
            throw new AEADBadTagException("a box has at least " + OVERHEAD + " bytes, this one has " + box.length);
        }
        byte[] rest = ByteBuffer.allocate(12).putInt(0).put(nonce, 16, 8).array();
        try (var subKey = HChaCha20.subKey(key, nonce)) {
            var cipher = Cipher.getInstance("ChaCha20-Poly1305");
            cipher.init(Cipher.DECRYPT_MODE, subKey.forJca("ChaCha20"), new IvParameterSpec(rest));
            cipher.updateAAD(associatedData);
            return cipher.doFinal(box);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("ChaCha20 with Poly1305 is part of every JDK", e);
        }
    }
}
