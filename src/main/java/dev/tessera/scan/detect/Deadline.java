package dev.tessera.scan.detect;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// When a search has to end: after its time, when it is called off, or when its thread is interrupted.
///
/// The time is measured from when the deadline is made, on the machine's steady clock.
public final class Deadline {
    private final long end;
    private final BooleanSupplier cancelled;

    private Deadline(long end, BooleanSupplier cancelled) {
        this.end = end;
        this.cancelled = cancelled;
    }

    /// @param budget how long the search may take, at most a day
    /// @param cancelled asked every few milliseconds, on the searching thread: `true` ends the search
    /// @throws IllegalArgumentException if `budget` is negative or longer than a day
    public static Deadline after(Duration budget, BooleanSupplier cancelled) {
        if (budget.isNegative() || budget.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("a search may take zero seconds to a day, not " + budget);
        }
        return new Deadline(System.nanoTime() + budget.toNanos(), cancelled);
    }

    /// Now and so much, called off as this one is.
    Deadline shortened(Duration budget) {
        return after(budget, cancelled);
    }

    /// Whether the search has to end. An interrupt stays set for whoever comes next.
    boolean isOver() {
        return System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted() || cancelled.getAsBoolean();
    }
}
