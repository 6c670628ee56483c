package dev.tessera.otp;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// HMAC (RFC 2104) of short messages, over a digest that is kept for the next one.
///
/// Not by `javax.crypto.Mac`: to look one up and make it ready takes longer than the code. For one thread.
final class Hmac {
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final MessageDigest digest;
    private final int blockLength;

    /// @param digestName of a hash of the SHA-1 or SHA-2 family
    /// @param blockLength the hash's, in bytes (`B` of RFC 2104)
    Hmac(String digestName, int blockLength) {
        this.blockLength = blockLength;
        try {
            digest = MessageDigest.getInstance(digestName);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each Java has " + digestName, e);
        }
    }

    /// @param key taken over and wiped
    byte[] of(byte[] message, byte[] key) {
        byte[] block = new byte[blockLength];
        byte[] mac = new byte[digest.getDigestLength()];
        try {
            fill(block, key);
            xor(block, INNER);
            digest.update(block);
            digest.update(message);
            digest.digest(mac, 0, mac.length);
            xor(block, (byte) (INNER ^ OUTER));
            digest.update(block);
            digest.update(mac);
            digest.digest(mac, 0, mac.length);
            return mac;
        } catch (DigestException e) {
            throw new AssertionError("the array is as long as the digest", e);
        } finally {
            Arrays.fill(block, (byte) 0);
            Arrays.fill(key, (byte) 0);
            digest.reset(); // which wipes the last block in it, too
        }
    }

    /// The key with zeros behind it; of a key longer than a block, its digest (RFC 2104 section 2).
    private void fill(byte[] block, byte[] key) throws DigestException {
        if (key.length <= blockLength) {
            System.arraycopy(key, 0, block, 0, key.length);
        } else {
            digest.update(key);
            digest.digest(block, 0, blockLength);
        }
    }

    private static void xor(byte[] block, byte pad) {
        for (int i = 0; i < block.length; i++) {
            block[i] ^= pad;
        }
    }
}
