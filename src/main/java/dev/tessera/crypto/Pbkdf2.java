package dev.tessera.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;

/// PBKDF2 (RFC 8018 section 5.2), to open what other programs sealed. The JDK's takes characters; this one takes the
/// bytes, for not every program encodes a passphrase as UTF-8. The HMAC is the JDK's, which the processor helps.
/// It stops where it is [CalledOff].
///
/// @param hash under the HMAC
/// @param iterations 1 to 10,000,000
public record Pbkdf2(Hash hash, int iterations) {
    private static final int MAX_ITERATIONS = 10_000_000;

    private static final int KEY_LENGTH = 32;

    /// How many iterations pass before it looks whether it was called off.
    private static final int BETWEEN_CHECKS = 1024;

    /// The hashes that the world uses here.
    public enum Hash {
        SHA1("SHA-1"),
        SHA256("SHA-256"),
        SHA512("SHA-512");

        private final String jcaName;

        Hash(String jcaName) {
            this.jcaName = jcaName;
        }
    }

    /// Checks the bounds.
    public Pbkdf2 {
        Bounds.require("PBKDF2", "iterations", iterations, 1, MAX_ITERATIONS);
    }

    /// Derives a key of 32 bytes. The arrays stay the caller's, who wipes them.
    public Key derive(byte[] password, byte[] salt) {
        return derive(password, salt, KEY_LENGTH);
    }

    /// Derives a key of `length` bytes. The arrays stay the caller's, who wipes them.
    public Key derive(byte[] password, byte[] salt, int length) {
        byte[] derived = new byte[length];
        try (var key = macKey(password)) {
            var mac = Mac.getInstance("Hmac" + hash.name());
            mac.init(key.forJca(mac.getAlgorithm()));
            for (int from = 0, block = 1; from < length; from += mac.getMacLength(), block++) {
                byte[] whole = block(mac, salt, block);
                System.arraycopy(whole, 0, derived, from, Math.min(whole.length, length - from));
                Arrays.fill(whole, (byte) 0);
            }
            return Key.copyOf(derived);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("each Java has HMAC with " + hash.jcaName, e);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /// One block of the key: the exclusive or of all iterations.
    private byte[] block(Mac mac, byte[] salt, int number) throws GeneralSecurityException {
        mac.update(salt);
        mac.update(new byte[] {0, 0, 0, (byte) number});
        byte[] last = mac.doFinal();
        byte[] all = last.clone();
        for (int i = 1; i < iterations; i++) {
            if (i % BETWEEN_CHECKS == 0) {
                CalledOff.check();
            }
            mac.update(last);
            mac.doFinal(last, 0);
            for (int at = 0; at < all.length; at++) {
                all[at] ^= last[at];
            }
        }
        Arrays.fill(last, (byte) 0);
        return all;
    }

    /// HMAC fills a short key with zeros, so that none and one zero are the same, and hashes a long one (RFC 2104
    /// section 2).
    private Key macKey(byte[] password) throws GeneralSecurityException {
        if (password.length == 0) {
            return Key.copyOf(new byte[1]);
        }
        if (password.length <= Key.MAX_LENGTH) {
            return Key.copyOf(password);
        }
        byte[] digest = MessageDigest.getInstance(hash.jcaName).digest(password);
        try {
            return Key.copyOf(digest);
        } finally {
            Arrays.fill(digest, (byte) 0);
        }
    }
}
