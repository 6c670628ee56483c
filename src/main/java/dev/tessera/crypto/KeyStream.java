package dev.tessera.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.StreamCipher;
import org.bouncycastle.crypto.engines.ChaCha7539Engine;
import org.bouncycastle.crypto.engines.Salsa20Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/// A stream of bytes that hides what it is laid over, to open what other programs sealed. By itself it shows no
/// tampering; nothing of ours is sealed with it.
public final class KeyStream {
    private static final int KEY_LENGTH = 32;
    private static final int STEP = 8192;

    private final StreamCipher cipher;

    private KeyStream(StreamCipher cipher, Key key, byte[] nonce, int nonceLength) {
        if (key.length() != KEY_LENGTH || nonce.length != nonceLength) {
            throw new IllegalArgumentException("key and nonce have " + key.length() + " and " + nonce.length
                    + " bytes; they must have " + KEY_LENGTH + " and " + nonceLength);
        }
        this.cipher = cipher;
        byte[] bytes = key.toByteArray();
        cipher.init(false, new ParametersWithIV(new KeyParameter(bytes), nonce));
        Arrays.fill(bytes, (byte) 0);
    }

    /// ChaCha20 (RFC 8439 section 2.4), counted from zero.
    ///
    /// @param key 32 bytes
    /// @param nonce 12 bytes
    public static KeyStream chaCha20(Key key, byte[] nonce) {
        return new KeyStream(new ChaCha7539Engine(), key, nonce, 12);
    }

    /// Salsa20 with 20 rounds.
    ///
    /// @param key 32 bytes
    /// @param nonce 8 bytes
    public static KeyStream salsa20(Key key, byte[] nonce) {
        return new KeyStream(new Salsa20Engine(), key, nonce, 8);
    }

    /// The bytes with the next part of the stream laid over them. The caller wipes what it gets.
    public byte[] apply(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        cipher.processBytes(bytes, 0, bytes.length, out, 0);
        return out;
    }

    /// Leaves out the next part of the stream.
    ///
    /// @param length in bytes
    public void skip(long length) {
        byte[] step = new byte[STEP];
        for (long left = length; left > 0; left -= STEP) {
            cipher.processBytes(step, 0, (int) Math.min(left, STEP), step, 0);
        }
        Arrays.fill(step, (byte) 0);
    }
}
