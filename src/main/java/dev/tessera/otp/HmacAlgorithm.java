package dev.tessera.otp;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;

/// The hash under the HMAC of RFC 4226 and RFC 6238 section 1.2.
public enum HmacAlgorithm {
    SHA1("HmacSHA1"),
    SHA256("HmacSHA256"),
    SHA512("HmacSHA512");

    private final String jcaName;

    HmacAlgorithm(String jcaName) {
        this.jcaName = jcaName;
    }

    /// The standard name for [Mac#getInstance(String)].
    public String jcaName() {
        return jcaName;
    }

    /// The HMAC of a moving factor as eight bytes, most significant first (RFC 4226 section 5.2).
    ///
    /// @param key taken over and wiped
    byte[] macOf(long movingFactor, byte[] key) {
        try (var macKey = new HmacKey(key, jcaName)) {
            var mac = Mac.getInstance(jcaName);
            mac.init(macKey);
            return mac.doFinal(
                    ByteBuffer.allocate(Long.BYTES).putLong(movingFactor).array());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new AssertionError("each Java has " + jcaName + ", for a key of any length", e);
        }
    }
}
