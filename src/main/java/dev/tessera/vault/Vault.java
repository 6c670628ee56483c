package dev.tessera.vault;

import java.util.List;

/// The whole content of a vault, immutable. To be widened (tombstones, settings, set-aside entries).
///
/// @param entries in the order of the list, binned ones too
/// @param tags all tags
public record Vault(List<Entry> entries, List<Tag> tags) {
    public Vault {
        entries = List.copyOf(entries);
        tags = List.copyOf(tags);
    }

    /// No entries, no tags.
    public static Vault empty() {
        return new Vault(List.of(), List.of());
    }
}
