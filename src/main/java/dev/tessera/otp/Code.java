package dev.tessera.otp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/// A code as it is typed: ASCII digits, or the letters of Steam and Yandex.
///
/// @param text the code, without spaces
/// @param validFrom the first instant of its time step; [Instant#MIN] for a counter-based code
/// @param validUntil the first instant after its time step; [Instant#MAX] for a counter-based code
public record Code(String text, Instant validFrom, Instant validUntil) {

    /// A code that no clock ends.
    public static Code ofCounter(String text) {
        return new Code(text, Instant.MIN, Instant.MAX);
    }

    /// The code of one time step (RFC 6238 section 4.2, `T0` = 0).
    ///
    /// @param timeStep negative before 1970
    /// @param period the length of a step in seconds
    static Code ofTimeStep(String text, long timeStep, int period) {
        return new Code(
                text,
                Instant.ofEpochSecond(Math.multiplyExact(timeStep, (long) period)),
                Instant.ofEpochSecond(Math.multiplyExact(timeStep + 1, (long) period)));
    }

    /// Whether `text` is exactly `digits` ASCII digits: no space, no sign, no digits of other scripts. A check
    /// of codes asks this before anything else, so that one code has one spelling.
    public static boolean isDigits(String text, int digits) {
        return text.length() == digits && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Whether `typed` is this code to the letter, in a time that tells nothing about where they differ.
    public boolean matches(String typed) {
        return MessageDigest.isEqual(text.getBytes(UTF_8), typed.getBytes(UTF_8));
    }

    /// Whether the code belongs to a counter and not to a time step.
    public boolean isCounterBased() {
        return validUntil.equals(Instant.MAX);
    }

    /// The time left at `now`, zero when it has ended; a counter-based code never ends.
    public Duration remainingAt(Instant now) {
        if (isCounterBased()) {
            return Duration.ofSeconds(Long.MAX_VALUE);
        }
        var left = Duration.between(now, validUntil);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// The text in groups for the eye: `123 456`, `123 4567`, `1234 5678`; up to five signs stay whole.
    public String grouped() {
        return grouped(text);
    }

    /// The same for the text of a code.
    public static String grouped(String text) {
        int length = text.length();
        if (length < 6) {
            return text;
        }
        return switch (length) {
            case 9 -> text.substring(0, 3) + ' ' + text.substring(3, 6) + ' ' + text.substring(6);
            case 10 -> text.substring(0, 3) + ' ' + text.substring(3, 6) + ' ' + text.substring(6);
            default -> text.substring(0, length / 2) + ' ' + text.substring(length / 2);
        };
    }

    /// Hides the code: it is a secret while it lasts.
    @Override
    public String toString() {
        return "Code[hidden, until " + (isCounterBased() ? "used" : validUntil) + "]";
    }
}
