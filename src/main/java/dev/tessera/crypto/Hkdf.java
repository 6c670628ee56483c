package dev.tessera.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;

/// HKDF with SHA-256 (RFC 5869): makes separate keys, one for each purpose, of one strong key.
/// Not for passphrases: it costs an attacker nothing.
public final class Hkdf {

    private Hkdf() {}

    /// Derives `length` bytes, 1 to 8,160, which the caller wipes.
    ///
    /// @param salt may be empty (RFC 5869 section 2.2)
    /// @param info the purpose (RFC 5869 section 2.3)
    public static byte[] sha256(Key key, byte[] salt, byte[] info, int length) {
        var extract = HKDFParameterSpec.ofExtract().addIKM(key.forJca("Generic"));
        if (salt.length > 0) {
            extract.addSalt(salt);
        }
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(extract.thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("HKDF-SHA256 is part of JDK 25", e);
        }
    }

    /// Derives a key of 32 bytes.
    public static Key key(Key key, byte[] salt, byte[] info) {
        byte[] derived = sha256(key, salt, info, 32);
        try {
            return Key.copyOf(derived);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /// The second step alone (RFC 5869 section 2.3), for a key that is uniform already: a key of 32 bytes.
    public static Key expand(Key key, byte[] info) {
        byte[] derived = {};
        try {
            var expand = HKDFParameterSpec.expandOnly(key.forJca("Generic"), info, 32);
            derived = KDF.getInstance("HKDF-SHA256").deriveData(expand);
            return Key.copyOf(derived);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("HKDF-SHA256 is part of JDK 25", e);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /// HMAC-SHA-256 (RFC 2104) of the parts, one after another.
    public static byte[] hmac(Key key, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key.forJca("HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("HmacSHA256 is part of every JDK", e);
        }
    }
}
