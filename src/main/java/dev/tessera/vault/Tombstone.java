package dev.tessera.vault;

import java.time.Instant;
import java.util.UUID;

/// What is left of a removed entry or tag: a merge knows by it that it was removed, not never seen.
///
/// @param id of the entry or tag
/// @param revision one more than the last of what was removed
/// @param removed when
public record Tombstone(UUID id, long revision, Instant removed) {
    static Tombstone of(UUID id, Stamps last, Instant now) {
        return new Tombstone(id, last.revision() + 1, now);
    }

    /// Whether something with these stamps lies under this stone, or has been changed since.
    boolean covers(Stamps stamps) {
        return stamps.revision() <= revision;
    }
}
