package dev.tessera.desktop.clock;

import dev.tessera.clock.Evidence;
import dev.tessera.clock.Measurement;
import java.util.List;

/// What the sheet of the clock shows.
public sealed interface ClockState {
    /// No sheet.
    record Hidden() implements ClockState {}

    /// What would be done.
    ///
    /// @param servers who would be asked
    record Ready(String servers) implements ClockState {}

    /// The servers are being asked.
    record Asking() implements ClockState {}

    /// What came of it.
    ///
    /// @param measured how far the clock is off
    /// @param before what tells whether the clock is set meanwhile
    /// @param canBeApplied whether there is anything to apply
    record Told(Measurement measured, Evidence before, List<String> sentences, boolean canBeApplied)
            implements ClockState {
        public Told {
            sentences = List.copyOf(sentences);
        }
    }

    /// Nothing came of it.
    record Failed(String why) implements ClockState {}
}
