package dev.tessera.cli;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/// A span of time as a person types it: `90s`, `15m`, `8h`, or `never`, which is zero.
final class TimeText implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})([smh])");

    @Override
    public Duration convert(String text) {
        if (text.equals("never")) {
            return Duration.ZERO;
        }
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("it is not a time such as 90s, 15m or 8h");
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }
}
