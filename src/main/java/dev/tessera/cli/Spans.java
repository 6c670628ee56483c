package dev.tessera.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Spans of time as a person reads them.
final class Spans {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// From then on days are told; before, 26 hours are 26 hours, as time zones are.
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private Spans() {}

    /// Such as `0.3 seconds`, `1 minute 30 seconds` or `3 days 4 hours`; whichever way it goes.
    static String inWords(Duration span) {
        var abs = span.abs();
        if (abs.compareTo(MINUTE) < 0) {
            return seconds(seconds(abs, 1, RoundingMode.HALF_UP));
        }
        var whole = abs.plusMillis(500);
        var parts = new ArrayList<String>();
        boolean far = whole.compareTo(TWO_DAYS) >= 0;
        if (far) {
            add(parts, whole.toDays(), "day");
        }
        add(parts, far ? whole.toHoursPart() : whole.toHours(), "hour");
        add(parts, whole.toMinutesPart(), "minute");
        add(parts, whole.toSecondsPart(), "second");
        return String.join(" ", parts);
    }

    /// How exact something is, never told as more exact than it is.
    static String bound(Duration bound) {
        return bound.compareTo(MINUTE) < 0 ? seconds(seconds(bound, 2, RoundingMode.CEILING)) : inWords(bound);
    }

    /// To a thousandth.
    static BigDecimal number(Duration span) {
        return seconds(span, 3, RoundingMode.HALF_UP);
    }

    private static BigDecimal seconds(Duration span, int digits, RoundingMode rounding) {
        var exact = BigDecimal.valueOf(span.getSeconds()).add(BigDecimal.valueOf(span.getNano(), 9));
        var rounded = exact.setScale(digits, rounding).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static String seconds(BigDecimal number) {
        return number.toPlainString() + (number.compareTo(BigDecimal.ONE) == 0 ? " second" : " seconds");
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }
}
