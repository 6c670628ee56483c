package dev.tessera.walk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time as it is, and ahead of it from time to time: so a walk need not wait for the next code.
final class MovedClock implements InstantSource {
    private static final Duration STEP = Duration.ofSeconds(30);

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    /// Goes on to the next time step.
    void nextStep() {
        ahead = ahead.plus(STEP);
    }
}
