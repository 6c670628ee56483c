package dev.tessera.otp;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import javax.crypto.SecretKey;

/// A key for [javax.crypto.Mac] that can be wiped, which the platform's own `SecretKeySpec` cannot.
final class HmacKey implements SecretKey, AutoCloseable {
    private static final long serialVersionUID = 1;

    private final transient byte[] bytes;
    private final String algorithm;

    /// Takes over `bytes`, which [#close()] wipes.
    HmacKey(byte[] bytes, String algorithm) {
        this.bytes = bytes;
        this.algorithm = algorithm;
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    /// A copy, which the platform's HMAC wipes once it has read it.
    @Override
    public byte[] getEncoded() {
        return bytes.clone();
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    private void writeObject(ObjectOutputStream stream) throws NotSerializableException {
        throw new NotSerializableException("keys stay in memory");
    }
}
