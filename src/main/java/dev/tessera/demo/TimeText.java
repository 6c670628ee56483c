package dev.tessera.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times in words; always UTC, because the server does not know the person's zone.
final class TimeText {
    private static final DateTimeFormatter TIME = format("HH:mm:ss 'UTC'");
    private static final DateTimeFormatter DAY_AND_TIME = format("d MMMM uuuu, HH:mm 'UTC'");

    private TimeText() {}

    /// `14:32:07 UTC`.
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /// `25 November 2026, 14:32 UTC`.
    static String dayAndTime(Instant instant) {
        return DAY_AND_TIME.format(instant);
    }

    /// `17 seconds`, `1 minute`, `15 minutes`: rounded up, so that nobody comes too early.
    static String wait(Instant now, Instant until) {
        return wait(Duration.between(now, until));
    }

    /// The same of the time between.
    static String wait(Duration wait) {
        long seconds = seconds(wait);
        return seconds <= 90 ? count(seconds, "second") : count(Math.ceilDiv(seconds, 60L), "minute");
    }

    /// Whole seconds, at least one.
    static long seconds(Duration wait) {
        return Math.ceilDiv(Math.max(1, wait.toMillis()), 1000L);
    }

    /// `about 30 seconds ahead`, `about 4 minutes behind`, or `on time`.
    static String drift(Duration ahead) {
        if (ahead.isZero()) {
            return "on time";
        }
        long seconds = Math.abs(ahead.toSeconds());
        var size = seconds <= 90 ? count(seconds, "second") : count(Math.round(seconds / 60.0), "minute");
        return "about " + size + (ahead.isNegative() ? " behind" : " ahead");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
