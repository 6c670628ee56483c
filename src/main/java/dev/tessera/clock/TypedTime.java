package dev.tessera.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A time that a person typed off another clock, such as that of a phone.
///
/// @param offset how far this computer's clock is off if the other one is right
/// @param isZoneSure whether the time zone was typed, too, or makes no difference
public record TypedTime(Offset offset, boolean isZoneSure) {
    private static final Pattern FORM = Pattern.compile("(?:([0-9]{4}-[0-9]{2}-[0-9]{2})[T ])?"
            + "([0-9]{1,2}:[0-9]{2}:[0-9]{2})(?: ?(Z|[+-][0-9]{2}(?::?[0-9]{2})?))?");

    /// The other clock tells a second, and a person is not faster than the next one.
    private static final Duration BOUND = Duration.ofSeconds(2);

    private static final Duration MIDDLE = Duration.ofSeconds(1);

    /// Time zones differ by whole quarters of an hour.
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final Duration BESIDE_A_QUARTER = Duration.ofMinutes(2);

    /// Of `HH:MM:SS`, perhaps with a date before and a zone behind it: `2026-11-27T14:05:09+01:00`. Without a zone it
    /// is that of this computer; without a date it is the nearest such time.
    ///
    /// @param now when it was typed, by this computer's clock
    /// @throws IllegalArgumentException if it is no time
    public static TypedTime parse(String text, Instant now, ZoneId zone) {
        var parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("it is not a time such as 14:05:09 or 14:05:09+01:00");
        }
        try {
            var time = LocalTime.parse(parts.group(2).length() < 8 ? "0" + parts.group(2) : parts.group(2));
            var date = Optional.ofNullable(parts.group(1)).map(LocalDate::parse);
            Optional<ZoneOffset> typed = Optional.ofNullable(parts.group(3)).map(ZoneOffset::of);
            var right = nearest(time, date, typed, now, zone);
            var offset = new Offset(Duration.between(now, right.plus(MIDDLE)), BOUND);
            return new TypedTime(offset, typed.isPresent() || !isLikeAZone(offset.amount()));
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("there is no such time");
        }
    }

    private static Instant nearest(
            LocalTime time, Optional<LocalDate> date, Optional<ZoneOffset> typed, Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, typed.<ZoneId>map(offset -> offset).orElse(zone));
        var dates = date.map(Stream::of)
                .orElseGet(() -> LongStream.rangeClosed(-1, 1).mapToObj(today::plusDays));
        return dates.map(day -> LocalDateTime.of(day, time))
                .flatMap(local -> typed
                        .map(List::of)
                        .orElseGet(() -> zone.getRules().getValidOffsets(local))
                        .stream()
                        .map(local::toInstant))
                .min(Comparator.comparing(
                        instant -> Duration.between(now, instant).abs()))
                .orElseThrow(() -> new DateTimeException("summer time begins: this time is skipped"));
    }

    /// Whether it is what another time zone looks like.
    private static boolean isLikeAZone(Duration amount) {
        var beside = Duration.ofNanos(
                        Math.floorMod(amount.plus(QUARTER.dividedBy(2)).toNanos(), QUARTER.toNanos()))
                .minus(QUARTER.dividedBy(2))
                .abs();
        return amount.abs().compareTo(QUARTER.minus(BESIDE_A_QUARTER)) >= 0 && beside.compareTo(BESIDE_A_QUARTER) <= 0;
    }

    public Measurement measurement() {
        return Measurement.of(offset, Source.TYPED);
    }
}
