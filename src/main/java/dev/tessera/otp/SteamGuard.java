package dev.tessera.otp;

import java.util.Arrays;

/// Steam Guard's codes: TOTP with SHA1, written in an alphabet of 26 signs, least significant first.
final class SteamGuard {
    private static final String ALPHABET = "23456789BCDFGHJKMNPQRTVWXY";
    private static final int LENGTH = 5;

    private SteamGuard() {}

    static String code(Secret secret, long timeStep) {
        byte[] mac = HmacAlgorithm.SHA1.macOf(timeStep, secret.toByteArray());
        try {
            return signs(Hotp.truncate(mac));
        } finally {
            Arrays.fill(mac, (byte) 0);
        }
    }

    private static String signs(int value) {
        var text = new StringBuilder(LENGTH);
        int rest = value;
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return text.toString();
    }
}
