package dev.tessera.otp;

import java.time.Instant;

/// How codes are made from a secret: the kind and its numbers, all checked when built.
public sealed interface OtpParameters {

    /// The kinds whose codes change with the clock.
    sealed interface TimeBased extends OtpParameters {
        /// The length of a time step in seconds (RFC 6238 section 4.1, `X`), 1 to 86,400.
        int period();

        /// The number of the time step that holds `instant` (RFC 6238 section 4.2, `T` with `T0` = 0).
        default long timeStepAt(Instant instant) {
            return Math.floorDiv(instant.getEpochSecond(), (long) period());
        }
    }

    /// RFC 6238.
    ///
    /// @param algorithm the hash
    /// @param digits 1 to 10
    /// @param period seconds, 1 to 86,400
    record Totp(HmacAlgorithm algorithm, int digits, int period) implements TimeBased {
        public Totp {
            requireDigits(digits);
            if (period < 1 || period > 86_400) {
                throw new IllegalArgumentException("period is " + period + "; it must be 1 to 86400 seconds");
            }
        }

        /// What nearly every site uses: SHA1, 6 digits, 30 seconds.
        public static Totp standard() {
            return new Totp(HmacAlgorithm.SHA1, 6, 30);
        }
    }

    /// RFC 4226.
    ///
    /// @param algorithm the hash
    /// @param digits 1 to 10
    /// @param counter the moving factor of the next code to be shown, 0 to 2^63-1
    record Hotp(HmacAlgorithm algorithm, int digits, long counter) implements OtpParameters {
        public Hotp {
            requireDigits(digits);
            if (counter < 0) {
                throw new IllegalArgumentException("counter is " + counter + "; it must be 0 to 9223372036854775807");
            }
        }

        /// The same for the next code.
        ///
        /// @throws IllegalStateException after the last of 2^63 codes
        public Hotp next() {
            if (counter == Long.MAX_VALUE) {
                throw new IllegalStateException(
                        "this counter has reached its end; set up the account again on its site");
            }
            return withCounter(counter + 1);
        }

        /// The same with another counter.
        public Hotp withCounter(long newCounter) {
            return new Hotp(algorithm, digits, newCounter);
        }
    }

    /// Steam Guard: five signs of Steam's own alphabet, SHA1, 30 seconds.
    record Steam() implements TimeBased {
        @Override
        public int period() {
            return 30;
        }
    }

    /// mOTP: six hexadecimal digits of an MD5 over time, secret and PIN, 10 seconds.
    ///
    /// @param pin the PIN as UTF-8 bytes
    record Motp(Secret pin) implements TimeBased {
        @Override
        public int period() {
            return 10;
        }
    }

    /// Yandex Key: eight letters from an HMAC-SHA-256 keyed by PIN and secret, 30 seconds.
    ///
    /// @param pin the PIN as UTF-8 bytes
    record Yandex(Secret pin) implements TimeBased {
        /// Checks a secret before its PIN is known.
        ///
        /// @throws IllegalArgumentException if it has neither 16 bytes nor 26 with a right checksum
        public static void requireSecret(Secret secret) {
            YandexKey.requireSecret(secret);
        }

        @Override
        public int period() {
            return 30;
        }
    }

    /// @throws IllegalArgumentException if it is not 1 to 10
    static void requireDigits(int digits) {
        if (digits < 1 || digits > 10) {
            throw new IllegalArgumentException("digits is " + digits + "; it must be 1 to 10");
        }
    }
}
