package dev.tessera.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The clock that is measured, and a steady one beside it that tells how long something took, whatever is done to the
/// first meanwhile.
///
/// @param wall the clock
/// @param nanos the steady one
public record LocalClock(InstantSource wall, LongSupplier nanos) {

    /// That of this computer, or one that stands in for it.
    public static LocalClock of(InstantSource wall) {
        return new LocalClock(wall, System::nanoTime);
    }

    Instant instant() {
        return wall.instant();
    }

    /// How long it is since the steady clock told `start`.
    Duration since(long start) {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }
}
