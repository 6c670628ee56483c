package dev.tessera.vault.file;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// One earlier generation of a vault, kept as a whole vault file of its own.
///
/// @param file where it lies
/// @param generation how often the vault had been saved by then
/// @param saved when that was, to the second
public record Backup(Path file, long generation, Instant saved) {
    /// The day in UTC.
    public LocalDate day() {
        return LocalDate.ofInstant(saved, ZoneOffset.UTC);
    }
}
