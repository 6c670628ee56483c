package dev.tessera.desktop.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The one clock of a window: tells the time at the start of each second while somebody can see it.
///
/// Stopped, it schedules nothing at all. Not a JavaFX animation: that would wake the machine sixty times a second.
public final class Ticker {
    private static final Later.Handle NOTHING = () -> {};

    private final InstantSource clock;
    private final Threads threads;
    private final ReadOnlyObjectWrapper<Instant> now;
    private Later.Handle next = NOTHING;
    private boolean running;

    public Ticker(InstantSource clock, Threads threads) {
        this.clock = clock;
        this.threads = threads;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
    }

    /// The time of the last tick.
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// The time of the last tick.
    public Instant now() {
        return now.get();
    }

    /// The time right now, which all that is compared with its ticks must go by.
    public Instant instant() {
        return clock.instant();
    }

    /// Whether it ticks.
    public boolean isRunning() {
        return running;
    }

    /// Ticks at once, then at each full second; does nothing if it runs.
    public void start() {
        if (!running) {
            running = true;
            tick();
        }
    }

    /// Ticks at once, where it runs: its clock tells another time than a moment ago.
    public void tickNow() {
        tick();
    }

    /// Ticks no more until started again.
    public void stop() {
        running = false;
        next.cancel();
        next = NOTHING;
    }

    private void tick() {
        if (!running) {
            return;
        }
        var instant = clock.instant();
        now.set(instant);
        next.cancel(); // a tick within this one has set another
        next = threads.later()
                .after(untilNextSecond(instant), () -> threads.ui().execute(this::tick));
    }

    private static Duration untilNextSecond(Instant instant) {
        return Duration.between(instant, instant.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }
}
