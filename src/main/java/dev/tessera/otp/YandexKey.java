package dev.tessera.otp;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Yandex Key's codes: eight letters of an HMAC-SHA-256 whose key is made of PIN and secret.
///
/// A QR code holds 16 bytes. The form that people type holds 26: the same 16, ten that do not count for
/// the code, and in the last 12 bits a checksum, the remainder of all bits before it in GF(2).
final class YandexKey {
    private static final int SECRET_LENGTH = 16;
    private static final int TYPED_LENGTH = 26;
    private static final int CHECKSUM_BITS = 12;
    private static final int GENERATOR = 0b1_1000_1111_0011;
    private static final int LETTERS = 26;
    private static final int LENGTH = 8;

    private YandexKey() {}

    /// @throws IllegalArgumentException if it has another length, or was mistyped
    static void requireSecret(Secret secret) {
        if (secret.length() == SECRET_LENGTH) {
            return;
        }
        if (secret.length() != TYPED_LENGTH) {
            throw new IllegalArgumentException(
                    "a Yandex secret must have 16 or 26 bytes; this one has " + secret.length());
        }
        byte[] bytes = secret.toByteArray();
        try {
            if (remainder(bytes) != checksum(bytes)) {
                throw new IllegalArgumentException("the Yandex secret's checksum is wrong: a character was mistyped");
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static String code(Secret secret, Secret pin, long timeStep) {
        byte[] mac = HmacAlgorithm.SHA256.macOf(timeStep, key(secret.toByteArray(), pin.toByteArray()));
        try {
            int offset = mac[mac.length - 1] & 0x0f;
            return letters(ByteBuffer.wrap(mac).getLong(offset) & Long.MAX_VALUE);
        } finally {
            Arrays.fill(mac, (byte) 0);
        }
    }

    /// Wipes both arguments.
    private static byte[] key(byte[] secret, byte[] pin) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(pin);
            sha256.update(secret, 0, SECRET_LENGTH);
            return withoutLeadingZero(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each Java has SHA-256", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(pin, (byte) 0);
        }
    }

    /// The scheme drops the key's first byte when it is zero, and with it every later byte moves.
    private static byte[] withoutLeadingZero(byte[] key) {
        if (key[0] != 0) {
            return key;
        }
        byte[] shorter = Arrays.copyOfRange(key, 1, key.length);
        Arrays.fill(key, (byte) 0);
        return shorter;
    }

    private static String letters(long value) {
        char[] text = new char[LENGTH];
        long rest = value;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = (char) ('a' + rest % LETTERS);
            rest /= LETTERS;
        }
        return new String(text);
    }

    private static int remainder(byte[] bytes) {
        int remainder = 0;
        for (int bit = 0; bit < TYPED_LENGTH * Byte.SIZE - CHECKSUM_BITS; bit++) {
            remainder = (remainder << 1) | ((bytes[bit / Byte.SIZE] >> (7 - bit % Byte.SIZE)) & 1);
            if (remainder >> CHECKSUM_BITS == 1) {
                remainder ^= GENERATOR;
            }
        }
        return remainder;
    }

    private static int checksum(byte[] bytes) {
        return ((bytes[TYPED_LENGTH - 2] & 0x0f) << Byte.SIZE) | (bytes[TYPED_LENGTH - 1] & 0xff);
    }
}
