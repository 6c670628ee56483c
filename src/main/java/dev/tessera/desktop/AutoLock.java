package dev.tessera.desktop;

import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.Threads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/// Locks when nobody has touched the window for a while. One task waits for the end of that time, whatever is done in
/// between; locked, none does.
final class AutoLock {
    private static final Later.Handle NOTHING = () -> {};

    private final InstantSource clock;
    private final Threads threads;
    private final Runnable lock;
    private Duration after = Duration.ZERO;
    private Instant touched;
    private Later.Handle waiting = NOTHING;
    private boolean on;

    AutoLock(InstantSource clock, Threads threads, Runnable lock) {
        this.clock = clock;
        this.threads = threads;
        this.lock = lock;
        this.touched = clock.instant();
    }

    /// Keys, clicks and movements in `scene` count.
    void watch(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, _ -> touched = clock.instant());
    }

    /// Waits so long from now on; zero: for ever.
    void after(Duration time) {
        after = time;
        begin();
    }

    /// A vault is open, or none is.
    void on(boolean open) {
        on = open;
        touched = clock.instant();
        begin();
    }

    /// Locks if it is time, which a computer that slept does not tell by itself.
    void look() {
        if (on && !after.isZero() && !left().isPositive()) {
            lock.run();
        }
    }

    private Duration left() {
        return after.minus(Duration.between(touched, clock.instant()));
    }

    private void begin() {
        waiting.cancel();
        waiting = NOTHING;
        if (on && !after.isZero()) {
            waiting = threads.later().after(left(), () -> threads.ui().execute(this::ended));
        }
    }

    private void ended() {
        look();
        begin(); // touched meanwhile, and not locked
    }
}
