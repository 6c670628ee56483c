package dev.tessera.vault.file;

import dev.tessera.vault.Vault;
import java.nio.file.Path;

/// A copy of a vault, as synchronisers and people leave them.
///
/// @param content what is in it
/// @param known whether the vault has taken in all of it already
public record Copy(Path file, Vault content, boolean known) {}
