package dev.tessera.transfer;

import dev.tessera.otpauth.MigrationTray;
import java.util.List;

/// What a file holds. Nothing of it vanishes: an entry is either usable or rejected.
///
/// @param format the id of the format
/// @param entries the usable ones, in the order of the file
/// @param rejected the others, each with its reason
/// @param notes what a person should know about the file as a whole, as sentences
/// @param transfers the parts of transfers that it holds; others may lie in other files
public record Import(
        String format, List<ImportEntry> entries, List<Rejected> rejected, List<String> notes, MigrationTray transfers)
        implements AutoCloseable {
    public Import {
        entries = List.copyOf(entries);
        rejected = List.copyOf(rejected);
        notes = List.copyOf(notes);
    }

    /// The same with other notes.
    public Import withNotes(List<String> others) {
        return new Import(format, entries, rejected, others, transfers);
    }

    /// Wipes the secrets. Those that a vault took over are its own to wipe.
    @Override
    public void close() {
        entries.forEach(ImportEntry::close);
    }
}
