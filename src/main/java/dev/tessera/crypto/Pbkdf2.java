package dev.tessera.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/// PBKDF2 (RFC 8018 section 5.2), to open what other programs sealed. The JDK's takes characters; this one takes the
/// bytes, for not every program encodes a passphrase as UTF-8.
///
/// @param hash under the HMAC
/// @param iterations 1 to 10,000,000
public record Pbkdf2(Hash hash, int iterations) {
    private static final int MAX_ITERATIONS = 10_000_000;

    /// The hashes that the world uses here.
    public enum Hash {
        SHA1,
        SHA256,
        SHA512;

        private Digest digest() {
            return switch (this) {
                case SHA1 -> new SHA1Digest();
                case SHA256 -> SHA256Digest.newInstance();
                case SHA512 -> new SHA512Digest();
            };
        }
    }

    /// Checks the bounds.
    public Pbkdf2 {
        Bounds.require("PBKDF2", "iterations", iterations, 1, MAX_ITERATIONS);
    }

    /// Derives a key of 32 bytes. The arrays stay the caller's, who wipes them.
    public Key derive(byte[] password, byte[] salt) {
        var generator = new PKCS5S2ParametersGenerator(hash.digest());
        generator.init(password, salt, iterations);
        var derived = ((KeyParameter) generator.generateDerivedMacParameters(256)).getKey();
        try {
            return Key.copyOf(derived);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }
}
