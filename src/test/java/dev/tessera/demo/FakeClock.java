package dev.tessera.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A clock that tests set; it begins seven seconds into a time step.
final class FakeClock implements InstantSource {
    static final Instant START = Instant.parse("2026-11-25T14:32:07Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    private volatile Consumer<Instant> follower = _ -> {};

    @Override
    public Instant instant() {
        return now.get();
    }

    /// Has another process go by the same time.
    void follow(Consumer<Instant> newFollower) {
        follower = newFollower;
        newFollower.accept(now.get());
    }

    void set(Instant instant) {
        now.set(instant);
        follower.accept(instant);
    }

    void advance(Duration by) {
        set(now.get().plus(by));
    }

    void nextStep() {
        advance(Duration.ofSeconds(30));
    }
}
