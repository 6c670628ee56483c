package dev.tessera.vault;

import java.time.Instant;
import java.util.UUID;

/// A tag, which entries refer to by its id, so that a rename touches one place.
///
/// @param id for life
/// @param name as shown, not blank
/// @param stamps revision and times
public record Tag(UUID id, String name, Stamps stamps) {
    /// @throws IllegalArgumentException if the name is blank
    public Tag {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a tag is blank; it must have at least one letter");
        }
    }

    /// A new tag with a random id.
    public static Tag create(String name, Instant now) {
        return new Tag(UUID.randomUUID(), name, Stamps.first(now));
    }

    /// The same tag under another name.
    public Tag withName(String newName, Instant now) {
        return new Tag(id, newName, stamps.changed(now));
    }
}
