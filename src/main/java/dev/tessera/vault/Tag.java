package dev.tessera.vault;

import java.util.UUID;

/// A tag, which entries refer to by its id, so that a rename touches one place.
///
/// @param id for life
/// @param name as shown, not blank
public record Tag(UUID id, String name) {}
