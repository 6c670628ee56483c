package dev.tessera.vault;

import java.util.HashSet;
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

    /// With one tag more.
    public Details tagged(UUID tagId) {
        var more = new HashSet<>(tags);
        more.add(tagId);
        return new Details(more, note, pinned);
    }

    /// Without this tag.
    public Details untagged(UUID tagId) {
        var fewer = new HashSet<>(tags);
        fewer.remove(tagId);
        return new Details(fewer, note, pinned);
    }

    public Details withNote(String newNote) {
        return new Details(tags, newNote, pinned);
    }

    public Details withPinned(boolean nowPinned) {
        return new Details(tags, note, nowPinned);
    }

    /// Hides the note: people write recovery codes into it.
    @Override
    public String toString() {
        return "Details[" + tags.size() + " tags, note hidden, pinned=" + pinned + "]";
    }
}
