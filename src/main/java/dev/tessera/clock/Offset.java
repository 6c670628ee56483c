package dev.tessera.clock;

import java.time.Duration;
import java.time.Instant;

/// How far a clock is off, and how sure that is.
///
/// @param amount what has to be added to the clock to have the right time: positive if it is behind, negative if it is
///     ahead
/// @param bound how far the amount itself may be wrong, to either side; not negative
public record Offset(Duration amount, Duration bound) {
    /// The time step of nearly all codes.
    public static final Duration STEP = Duration.ofSeconds(30);

    /// Who types a code needs longer.
    private static final Duration RIGHT = Duration.ofSeconds(1);

    public Offset {
        if (bound.isNegative()) {
            throw new IllegalArgumentException("the bound of an offset must not be negative");
        }
    }

    /// The middle of all that it may be.
    static Offset between(Duration least, Duration most) {
        var half = most.minus(least).dividedBy(2);
        return new Offset(least.plus(half), half);
    }

    Duration least() {
        return amount.minus(bound);
    }

    Duration most() {
        return amount.plus(bound);
    }

    /// Whether the clock is behind the right time.
    public boolean isBehind() {
        return amount.isPositive();
    }

    /// Whether codes by such a clock are right: it is off by a second at most, or not at all as far as can be told.
    public boolean isRight() {
        return amount.abs().compareTo(RIGHT) <= 0 || amount.abs().compareTo(bound) <= 0;
    }

    /// How many time steps codes by such a clock are off at the least: 0 where some of them are right.
    public long fewestSteps() {
        return amount.abs().dividedBy(STEP);
    }

    /// How many time steps codes by such a clock are off at the most.
    public long mostSteps() {
        return amount.abs().plus(STEP).minusNanos(1).dividedBy(STEP);
    }

    /// What is left of it where codes are made that much later.
    public Offset without(Duration applied) {
        return new Offset(amount.minus(applied), bound);
    }

    /// The right time at an instant of the clock.
    public Instant rightTime(Instant told) {
        return told.plus(amount);
    }
}
