package dev.tessera.desktop.transfer;

import dev.tessera.transfer.ImportEntry;
import java.util.List;

/// What the sheet of the import shows.
sealed interface ImportState {
    /// No sheet.
    record Hidden() implements ImportState {}

    /// Something that takes a moment; `what` says it.
    record Working(String what) implements ImportState {}

    /// The passphrase of a sealed file is asked for.
    ///
    /// @param file its name
    /// @param program whose export it is
    /// @param problem with what was typed before; empty at first
    record Sealed(String file, String program, String problem) implements ImportState {}

    /// What became of everything in the files, before anything is added.
    ///
    /// @param heading which program it comes from
    /// @param lines one for each thing, those first that a person must look at
    /// @param notes what is to be known of the files as a whole, as sentences
    record Told(String heading, List<ImportLine> lines, List<String> notes) implements ImportState {
        public Told {
            lines = List.copyOf(lines);
            notes = List.copyOf(notes);
        }

        /// What will be added as it is chosen now.
        List<ImportEntry> chosen() {
            return lines.stream()
                    .filter(line -> line.chosenProperty().get())
                    .flatMap(line -> line.entry().stream())
                    .toList();
        }

        /// How many lines have this verdict.
        int count(ImportLine.Verdict verdict) {
            return (int)
                    lines.stream().filter(line -> line.verdict() == verdict).count();
        }
    }

    /// There is nothing to add.
    ///
    /// @param sentences why, and what to do
    record Nothing(List<String> sentences) implements ImportState {
        public Nothing {
            sentences = List.copyOf(sentences);
        }
    }
}
