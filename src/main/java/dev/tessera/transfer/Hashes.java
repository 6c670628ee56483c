package dev.tessera.transfer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Hashes as the formats make keys and checks of them.
public final class Hashes {
    private Hashes() {}

    /// SHA-1 of the parts, one after another.
    public static byte[] sha1(byte[]... parts) {
        return digest("SHA-1", parts);
    }

    /// SHA-256 of the parts, one after another.
    public static byte[] sha256(byte[]... parts) {
        return digest("SHA-256", parts);
    }

    /// SHA-512 of the parts, one after another.
    public static byte[] sha512(byte[]... parts) {
        return digest("SHA-512", parts);
    }

    private static byte[] digest(String name, byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance(name);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each Java has " + name, e);
        }
    }
}
