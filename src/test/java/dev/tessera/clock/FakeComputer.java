package dev.tessera.clock;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A computer whose clock a test sets, and which tells so as Linux does.
public final class FakeComputer {
    private final AtomicLong nanos = new AtomicLong();
    private volatile Instant started = Instant.parse("2026-11-25T09:00:00Z");

    /// @param clock that of the computer; that it passes is no set
    public CodeClock codeClock(Path folder, InstantSource clock) {
        return new CodeClock(
                clock,
                Optional.of(folder.resolve("clock.properties")),
                () -> new Evidence("fake", started, false),
                () -> nanos.addAndGet(Duration.ofSeconds(1).toNanos())); // whoever asks looks
    }

    /// Tells that the clock was set; the test sets it.
    public void wasSet(Duration further) {
        started = started.plus(further);
    }
}
