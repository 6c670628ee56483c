package dev.tessera.vault.file;

import java.nio.file.Path;
import java.time.LocalDate;

/// One earlier generation of a vault, kept as a whole vault file of its own.
///
/// @param file where it lies
/// @param generation how often the vault had been saved by then
/// @param day when it was saved, in UTC
public record Backup(Path file, long generation, LocalDate day) {}
