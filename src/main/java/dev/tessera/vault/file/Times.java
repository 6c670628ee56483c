package dev.tessera.vault.file;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// The points in time of the JSON: ISO 8601 in UTC.
final class Times {
    /// `2026-11-25T12:00:00`; fractions of a second and the Z follow.
    private static final int SECONDS_LENGTH = 19;

    private static final int NANO_DIGITS = 9;

    private Times() {}

    /// What [Instant#parse] gives. That takes a fifth of the time in which a whole vault is read, so the form in which
    /// Tessera writes them is read by hand, and any other is left to it.
    ///
    /// @throws java.time.DateTimeException if it is none
    static Instant parse(String text) {
        return isOurForm(text) ? read(text) : Instant.parse(text);
    }

    private static boolean isOurForm(String text) {
        int last = text.length() - 1;
        if (last < SECONDS_LENGTH || last > SECONDS_LENGTH + 1 + NANO_DIGITS || last == SECONDS_LENGTH + 1) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            boolean fits = switch (i) {
                case 4, 7 -> text.charAt(i) == '-';
                case 10 -> text.charAt(i) == 'T';
                case 13, 16 -> text.charAt(i) == ':';
                case SECONDS_LENGTH -> text.charAt(i) == '.';
                default -> text.charAt(i) >= '0' && text.charAt(i) <= '9';
            };
            if (!fits) {
                return false;
            }
        }
        // 24:00 and leap seconds are forms of their own.
        return text.charAt(last) == 'Z' && number(text, 11, 13) < 24 && number(text, 17, SECONDS_LENGTH) < 60;
    }

    private static Instant read(String text) {
        int last = text.length() - 1;
        int nanos = last == SECONDS_LENGTH ? 0 : number(text, SECONDS_LENGTH + 1, last);
        for (int digits = last - SECONDS_LENGTH - 1; last > SECONDS_LENGTH && digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, SECONDS_LENGTH),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
