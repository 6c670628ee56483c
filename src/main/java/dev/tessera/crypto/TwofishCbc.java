package dev.tessera.crypto;

import java.util.Arrays;
import javax.crypto.BadPaddingException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.TwofishEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/// Twofish with a key of 256 bits in CBC mode with PKCS#7 padding, to open what other programs sealed; see [AesCbc].
public final class TwofishCbc {
    private static final int KEY_LENGTH = 32;
    private static final int BLOCK = 16;

    private TwofishCbc() {}

    /// Opens a box. The caller wipes what it gets.
    ///
    /// @param key 32 bytes
    /// @param iv 16 bytes
    /// @throws BadPaddingException if the key is another one, or the box is damaged
    public static byte[] open(Key key, byte[] iv, byte[] box) throws BadPaddingException {
        if (key.length() != KEY_LENGTH || iv.length != BLOCK) {
            throw new IllegalArgumentException("key and IV have " + key.length() + " and " + iv.length
                    + " bytes; they must have " + KEY_LENGTH + " and " + BLOCK);
        }
        if (box.length == 0 || box.length % BLOCK != 0) {
            throw new BadPaddingException("a box has whole blocks of " + BLOCK + " bytes, this one " + box.length);
        }
        var cipher = new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(new TwofishEngine()), new PKCS7Padding());
        byte[] bytes = key.toByteArray();
        byte[] room = new byte[box.length];
        try {
            cipher.init(false, new ParametersWithIV(new KeyParameter(bytes), iv));
            int length = cipher.processBytes(box, 0, box.length, room, 0);
            length += cipher.doFinal(room, length);
            return Arrays.copyOf(room, length);
        } catch (InvalidCipherTextException e) {
            throw (BadPaddingException) new BadPaddingException("the padding is wrong").initCause(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(room, (byte) 0);
        }
    }
}
