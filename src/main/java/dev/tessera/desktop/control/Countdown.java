package dev.tessera.desktop.control;

import dev.tessera.otp.Code;
import java.time.Instant;

/// How far a time step has gone.
///
/// @param secondsLeft whole seconds to its end, rounded up: 1 to `period`
/// @param period its length in seconds
/// @param lastSeconds how many seconds count as its end
public record Countdown(int secondsLeft, int period, int lastSeconds) {
    private static final int LAST_SECONDS = 5;
    private static final int SHARE_OF_SHORT_PERIODS = 3;

    /// That of `code` at `now`.
    ///
    /// @throws IllegalArgumentException if the code is counter-based: nothing counts down
    public static Countdown of(Code code, Instant now) {
        if (code.isCounterBased()) {
            throw new IllegalArgumentException("a counter-based code has no end in time");
        }
        long left = Math.ceilDiv(code.remainingAt(now).toMillis(), 1000L);
        int period =
                (int) (code.validUntil().getEpochSecond() - code.validFrom().getEpochSecond());
        int last = Math.clamp(period / SHARE_OF_SHORT_PERIODS, 1, LAST_SECONDS);
        return new Countdown((int) Math.clamp(left, 0L, period), period, last);
    }

    /// Whether the end is near.
    public boolean isNearEnd() {
        return secondsLeft <= lastSeconds;
    }

    /// The part that is left, 0 to 1.
    public double fraction() {
        return (double) secondsLeft / period;
    }
}
