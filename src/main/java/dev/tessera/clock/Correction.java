package dev.tessera.clock;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// An offset that a person has applied to the codes.
///
/// @param amount how much later than this computer's clock they are made
/// @param source by what it is known
/// @param applied when, by this computer's clock
/// @param evidence of then
public record Correction(Duration amount, Source source, Instant applied, Evidence evidence) {
    /// A clock that is further off is to be set: certificates fail by it, too, and what is typed in here may be a
    /// mistake.
    public static final Duration MOST = Duration.ofDays(7);

    /// A clock of quartz is off by another second or two after that.
    static final Duration MOST_AGE = Duration.ofDays(1);

    /// Where the system does not tell that its clock was set.
    static final Duration MOST_AGE_UNSEEN = Duration.ofHours(2);

    /// What a clock moves by itself, and the system's own time has in rounding.
    static final Duration TOLERANCE = Duration.ofSeconds(1);

    /// Why it is no longer to be used.
    Optional<Lapse> lapseAt(Instant now, Evidence present) {
        var happened = evidence.lapseTo(present, TOLERANCE);
        if (happened.isPresent()) {
            return happened;
        }
        var age = Duration.between(applied, now);
        if (age.compareTo(TOLERANCE.negated()) < 0) {
            return Optional.of(Lapse.CLOCK_SET);
        }
        var most = evidence.isThere() && present.isThere() ? MOST_AGE : MOST_AGE_UNSEEN;
        return age.compareTo(most) > 0 ? Optional.of(Lapse.OLD) : Optional.empty();
    }

    String format() {
        return """
                # By how much codes are made later than this computer's clock; tessera clock --reset removes it.
                amount-millis=%d
                source=%s
                applied=%s
                boot=%s
                started=%s
                follows-network=%s
                """.formatted(
                        amount.toMillis(),
                        source.text(),
                        applied,
                        evidence.boot(),
                        evidence.started(),
                        evidence.followsNetwork());
    }

    /// Empty if it is none.
    static Optional<Correction> parse(String text) {
        try {
            var lines = new Properties();
            lines.load(new StringReader(text));
            var amount = Duration.ofMillis(Long.parseLong(lines.getProperty("amount-millis", "")));
            var evidence = new Evidence(
                    lines.getProperty("boot", ""),
                    Instant.parse(lines.getProperty("started", "")),
                    Boolean.parseBoolean(lines.getProperty("follows-network")));
            return Source.of(lines.getProperty("source", ""))
                    .filter(_ -> isPlausible(amount))
                    .map(source ->
                            new Correction(amount, source, Instant.parse(lines.getProperty("applied", "")), evidence));
        } catch (IOException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Whether so much can be applied.
    public static boolean isPlausible(Duration amount) {
        return amount.abs().compareTo(MOST) <= 0;
    }
}
