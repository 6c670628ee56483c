package dev.tessera.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/// HMAC (RFC 2104) with the hashes of [Pbkdf2], to check what other programs sealed.
public final class Hmac {
    private Hmac() {}

    /// Of the parts, one after another.
    public static byte[] of(Pbkdf2.Hash hash, Key key, byte[]... parts) {
        try {
            var mac = Mac.getInstance("Hmac" + hash.name());
            mac.init(key.forJca(mac.getAlgorithm()));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("each Java has HMAC with " + hash, e);
        }
    }
}
