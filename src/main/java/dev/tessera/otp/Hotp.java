package dev.tessera.otp;

import java.util.Arrays;

/// HOTP, the counter-based one-time password of RFC 4226, with any hash of [HmacAlgorithm].
///
/// A function of its arguments alone: it keeps no counter and knows no look-ahead window.
public final class Hotp {
    private static final int DECIMAL = 10;

    private Hotp() {}

    /// The code of `counter`: exactly `digits` ASCII digits, in every locale.
    ///
    /// @param digits 1 to 10; the tenth is 0, 1 or 2, because there are 31 bits to show
    /// @param counter the moving factor, taken as eight bytes
    /// @throws IllegalArgumentException if `digits` is out of range
    /// @throws IllegalStateException if the secret was wiped
    public static String code(Secret secret, HmacAlgorithm algorithm, int digits, long counter) {
        OtpParameters.requireDigits(digits);
        byte[] mac = algorithm.macOf(counter, secret.toByteArray());
        try {
            return decimal(truncate(mac), digits);
        } finally {
            Arrays.fill(mac, (byte) 0);
        }
    }

    /// The 31 bits at the place that the last four bits name (RFC 4226 section 5.3).
    static int truncate(byte[] mac) {
        int offset = mac[mac.length - 1] & 0x0f;
        return ((mac[offset] & 0x7f) << 24)
                | ((mac[offset + 1] & 0xff) << 16)
                | ((mac[offset + 2] & 0xff) << 8)
                | (mac[offset + 3] & 0xff);
    }

    /// The last `digits` decimal digits, zeros in front. Not `String.format`, which would use the digits of
    /// the reader's language.
    private static String decimal(int value, int digits) {
        char[] text = new char[digits];
        int rest = value;
        for (int i = digits - 1; i >= 0; i--) {
            text[i] = (char) ('0' + rest % DECIMAL);
            rest /= DECIMAL;
        }
        return new String(text);
    }
}
