package dev.tessera.vault;

import java.util.Set;
import java.util.UUID;

/// What the person adds to an account.
///
/// @param tags ids of tags
/// @param note free text, may be empty
/// @param pinned whether it leads the list
public record Details(Set<UUID> tags, String note, boolean pinned) {
    public Details {
        tags = Set.copyOf(tags);
    }

    /// Nothing added.
    public static Details none() {
        return new Details(Set.of(), "", false);
    }
}
