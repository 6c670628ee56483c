package dev.tessera.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that tests set; it begins seven seconds into a time step.
final class FakeClock implements InstantSource {
    static final Instant START = Instant.parse("2026-11-25T14:32:07Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    void nextStep() {
        advance(Duration.ofSeconds(30));
    }
}
