package dev.tessera.desktop.transfer;

import java.nio.file.Path;
import java.util.List;

/// What the sheet of the export shows.
sealed interface ExportState {
    /// No sheet.
    record Hidden() implements ExportState {}

    /// As what the accounts are written, and what that costs.
    ///
    /// @param problem with what was tried before; empty at first
    record Choosing(String problem) implements ExportState {}

    /// A key is derived, and the files are written.
    record Working() implements ExportState {}

    /// The files are there.
    ///
    /// @param sealed whether a passphrase is needed to read them
    record Written(List<Path> files, boolean sealed) implements ExportState {
        public Written {
            files = List.copyOf(files);
        }
    }
}
