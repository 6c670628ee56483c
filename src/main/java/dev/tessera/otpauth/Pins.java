package dev.tessera.otpauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.nio.CharBuffer;
import java.util.Arrays;

/// PINs that go into codes.
public final class Pins {
    private static final int MIN_YANDEX_PIN = 4;
    private static final int MAX_YANDEX_PIN = 16;

    private Pins() {}

    /// How codes are made with this PIN. Whether it is the right one shows only at the site.
    ///
    /// @param pin not kept; the caller wipes it
    /// @throws OtpauthException if it cannot be a PIN of this kind
    public static OtpParameters parameters(PinlessUri.Kind kind, char[] pin) throws OtpauthException {
        require(kind, pin);
        byte[] bytes = bytesOf(pin);
        try {
            var secret = Secret.copyOf(bytes);
            return switch (kind) {
                case YANDEX -> new OtpParameters.Yandex(secret);
                case MOTP -> new OtpParameters.Motp(secret);
            };
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static void require(PinlessUri.Kind kind, char[] pin) throws OtpauthException {
        boolean isYandex = kind == PinlessUri.Kind.YANDEX;
        int max = isYandex ? MAX_YANDEX_PIN : Secret.MAX_LENGTH / 4;
        if (pin.length == 0 || pin.length > max) {
            throw new OtpauthException("pin has " + pin.length + " characters; it must have 1 to " + max);
        }
        if (isYandex && (pin.length < MIN_YANDEX_PIN || !isDigits(pin))) {
            throw new OtpauthException("pin must be " + MIN_YANDEX_PIN + " to " + MAX_YANDEX_PIN + " digits");
        }
    }

    static boolean isDigits(char[] text) {
        for (char sign : text) {
            if (sign < '0' || sign > '9') {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytesOf(char[] text) {
        var encoded = UTF_8.encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes).clear();
        while (encoded.hasRemaining()) {
            encoded.put((byte) 0);
        }
        return bytes;
    }
}
