package dev.tessera.desktop.rehearsal;

import java.util.List;

/// What the sheet of the rehearsal shows.
public sealed interface RehearsalState {
    /// No sheet.
    record Hidden() implements RehearsalState {}

    /// The passphrase is asked for.
    ///
    /// @param problem empty at first
    record Asking(String problem) implements RehearsalState {}

    /// A key is being derived.
    record Working() implements RehearsalState {}

    /// What came of it.
    ///
    /// @param sound whether all that was tried is right
    record Told(boolean sound, List<String> sentences) implements RehearsalState {
        public Told {
            sentences = List.copyOf(sentences);
        }
    }
}
