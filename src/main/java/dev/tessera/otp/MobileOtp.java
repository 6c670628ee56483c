package dev.tessera.otp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// mOTP (Mobile-OTP, 2003): MD5 over the decimal time step, the secret in lower-case hexadecimal and the
/// PIN; the first six hexadecimal digits are the code. MD5 is the scheme's own choice and cannot be bettered here.
final class MobileOtp {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int HEX_DIGITS = 6;

    private MobileOtp() {}

    static String code(Secret secret, Secret pin, long timeStep) {
        byte[] secretBytes = secret.toByteArray();
        byte[] pinBytes = pin.toByteArray();
        byte[] message = message(Long.toString(timeStep), secretBytes, pinBytes);
        try {
            return HexFormat.of().formatHex(md5(message), 0, HEX_DIGITS / 2);
        } finally {
            Arrays.fill(secretBytes, (byte) 0);
            Arrays.fill(pinBytes, (byte) 0);
            Arrays.fill(message, (byte) 0);
        }
    }

    private static byte[] message(String timeStep, byte[] secret, byte[] pin) {
        var message = ByteBuffer.allocate(timeStep.length() + 2 * secret.length + pin.length);
        message.put(timeStep.getBytes(StandardCharsets.US_ASCII));
        for (byte b : secret) {
            message.put(HEX[(b & 0xf0) >> 4]).put(HEX[b & 0x0f]);
        }
        return message.put(pin).array();
    }

    private static byte[] md5(byte[] message) {
        try {
            return MessageDigest.getInstance("MD5").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each Java has MD5", e);
        }
    }
}
