package dev.tessera.desktop;

import dev.tessera.desktop.control.Later;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A clock that stands until it is moved on, and what waits for it.
public final class FakeTime implements InstantSource, Later {
    private final List<Waiting> waiting = new ArrayList<>();
    private Instant now;

    public FakeTime(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Handle after(Duration delay, Runnable task) {
        var mine = new Waiting(now.plus(delay), task);
        waiting.add(mine);
        return () -> remove(mine);
    }

    /// How many tasks wait.
    public synchronized int waiting() {
        return waiting.size();
    }

    /// Moves the clock on and runs what is due, at its own time, on this thread.
    public void pass(Duration time) {
        var end = instant().plus(time);
        for (var due = next(end); due != null; due = next(end)) {
            due.task().run();
        }
        set(end);
    }

    /// Sets the clock without running anything.
    public synchronized void set(Instant instant) {
        now = instant;
    }

    private synchronized void remove(Waiting gone) {
        waiting.remove(gone);
    }

    private synchronized @org.jspecify.annotations.Nullable Waiting next(Instant end) {
        var due = waiting.stream()
                .filter(w -> !w.at().isAfter(end))
                .min(Comparator.comparing(Waiting::at))
                .orElse(null);
        if (due != null) {
            waiting.remove(due);
            now = due.at();
        }
        return due;
    }

    private record Waiting(Instant at, Runnable task) {}
}
