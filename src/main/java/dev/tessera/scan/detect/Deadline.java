package dev.tessera.scan.detect;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// When a search has to end: after its time, when it is called off, or when its thread is interrupted.
///
/// The time is measured from when the deadline is made, on the machine's steady clock. The first look at a picture,
/// which costs next to nothing, may be given more time than the whole search: on a busy machine, or in a program that
/// has just begun, it is what would be cut short.
public final class Deadline {
    private final long end;
    private final long endOfFirstLook;
    private final BooleanSupplier cancelled;

    private Deadline(long end, long endOfFirstLook, BooleanSupplier cancelled) {
        this.end = end;
        this.endOfFirstLook = endOfFirstLook;
        this.cancelled = cancelled;
    }

    /// @param budget how long the search may take, at most a day
    /// @param cancelled asked every few milliseconds, on the searching thread: `true` ends the search
    /// @throws IllegalArgumentException if `budget` is negative or longer than a day
    public static Deadline after(Duration budget, BooleanSupplier cancelled) {
        return after(budget, budget, cancelled);
    }

    /// @param budget how long the search may take, at most a day
    /// @param firstLook how long the first look may take, as long as the search or longer, at most a day
    /// @param cancelled asked every few milliseconds, on the searching thread: `true` ends the search
    /// @throws IllegalArgumentException if a time is out of its range
    public static Deadline after(Duration budget, Duration firstLook, BooleanSupplier cancelled) {
        if (budget.isNegative() || firstLook.compareTo(budget) < 0 || firstLook.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "a search may take zero seconds to a day, not " + budget + ", at first " + firstLook);
        }
        long now = System.nanoTime();
        return new Deadline(now + budget.toNanos(), now + firstLook.toNanos(), cancelled);
    }

    /// Now and so much, called off as this one is.
    Deadline shortened(Duration budget) {
        return after(budget, cancelled);
    }

    /// Whether the search has to end. An interrupt stays set for whoever comes next.
    ///
    /// @param isFirstLook whether it is still at its first look
    boolean isOver(boolean isFirstLook) {
        return System.nanoTime() - (isFirstLook ? endOfFirstLook : end) >= 0
                || Thread.currentThread().isInterrupted()
                || cancelled.getAsBoolean();
    }
}
