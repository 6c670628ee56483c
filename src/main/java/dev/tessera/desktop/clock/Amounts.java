package dev.tessera.desktop.clock;

import static dev.tessera.desktop.control.Messages.leftToRight;
import static dev.tessera.desktop.control.Messages.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/// How far a clock is off, in signs that need no grammar: `45 s`, or `0:10:00` where it is minutes and hours.
public final class Amounts {
    private static final Duration LONG = Duration.ofMinutes(2);

    private Amounts() {}

    /// Whichever way it goes.
    public static String inWords(Duration amount) {
        var abs = amount.abs();
        if (abs.compareTo(LONG) < 0) {
            return text("clock.seconds", seconds(abs, RoundingMode.HALF_UP));
        }
        var whole = abs.plusMillis(500);
        // The digits of the codes, in every language.
        return leftToRight(String.format(
                Locale.ROOT, "%d:%02d:%02d", whole.toHours(), whole.toMinutesPart(), whole.toSecondsPart()));
    }

    /// Never told as more exact than it is.
    static String bound(Duration bound) {
        return text("clock.seconds", seconds(bound, RoundingMode.CEILING));
    }

    private static BigDecimal seconds(Duration span, RoundingMode rounding) {
        return BigDecimal.valueOf(span.toMillis(), 3).setScale(1, rounding);
    }
}
