package dev.tessera.otpauth;

import dev.tessera.otp.Base32;
import dev.tessera.otp.NotBase32Exception;
import dev.tessera.otp.Secret;
import java.util.Arrays;
import java.util.HexFormat;

/// Secrets out of text. No message of this class holds more of one than a single wrong sign.
final class SecretText {
    private static final int SHORT_BITS = 80;

    private SecretText() {}

    /// Base32 as people and sites write it.
    static Secret fromBase32(Parameters parameters) throws OtpauthException {
        return fromBase32(required(parameters));
    }

    /// Base32 as people and sites write it.
    static Secret fromBase32(String text) throws OtpauthException {
        try {
            return take(Base32.decodeTyped(text));
        } catch (NotBase32Exception e) {
            throw new OtpauthException("secret is " + e.getMessage());
        }
    }

    /// Pairs of hexadecimal digits, as mOTP writes its secrets.
    static Secret fromHex(Parameters parameters) throws OtpauthException {
        String text = required(parameters);
        for (int i = 0; i < text.length(); i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                throw new OtpauthException("secret is not hexadecimal at position " + (i + 1));
            }
        }
        if (text.length() % 2 != 0) {
            throw new OtpauthException("secret has an odd number of hexadecimal digits: one is missing");
        }
        return take(HexFormat.of().parseHex(text));
    }

    /// Says so when a secret could be searched for.
    static void warnIfShort(Secret secret, Notes notes) {
        int bits = secret.length() * Byte.SIZE;
        if (bits < SHORT_BITS) {
            notes.warn("The secret has only " + bits + " bits; RFC 4226 asks for at least 128 and recommends 160.");
        }
    }

    private static String required(Parameters parameters) throws OtpauthException {
        return parameters.find("secret").orElseThrow(() -> new OtpauthException("secret is missing"));
    }

    /// Copies, checks and wipes.
    private static Secret take(byte[] bytes) throws OtpauthException {
        try {
            if (bytes.length == 0) {
                throw new OtpauthException("secret is too short: it does not fill a single byte");
            }
            if (bytes.length > Secret.MAX_LENGTH) {
                throw new OtpauthException("secret is longer than " + Secret.MAX_LENGTH + " bytes");
            }
            return Secret.copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
