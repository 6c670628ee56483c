package dev.tessera.otp;

import java.nio.ByteBuffer;

/// The hash under the HMAC of RFC 4226 and RFC 6238 section 1.2.
public enum HmacAlgorithm {
    SHA1("SHA-1", 64),
    SHA256("SHA-256", 64),
    SHA512("SHA-512", 128);

    @SuppressWarnings("ImmutableEnumChecker") // each thread has its own, which keeps nothing from one call to the next
    private final ThreadLocal<Hmac> hmac;

    HmacAlgorithm(String digestName, int blockLength) {
        hmac = ThreadLocal.withInitial(() -> new Hmac(digestName, blockLength));
    }

    /// The HMAC of a moving factor as eight bytes, most significant first (RFC 4226 section 5.2).
    ///
    /// @param key taken over and wiped
    byte[] macOf(long movingFactor, byte[] key) {
        return hmac.get()
                .of(ByteBuffer.allocate(Long.BYTES).putLong(movingFactor).array(), key);
    }
}
