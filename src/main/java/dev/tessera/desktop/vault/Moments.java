package dev.tessera.desktop.vault;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Times as the person's clock and calendar show them.
final class Moments {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

    private Moments() {}

    static String of(Instant instant) {
        return DAY_AND_TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}
