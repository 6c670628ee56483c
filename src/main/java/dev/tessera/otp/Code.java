package dev.tessera.otp;

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
