package dev.tessera.vault;

import java.time.Instant;
import java.util.Optional;

/// When an entry came, changed and went to the bin: what a merge decides by.
///
/// @param revision 1 at first, one more at each change
/// @param created when the entry was added
/// @param modified when it was last changed
/// @param binned when it went to the bin; empty while it is in the list
public record Stamps(long revision, Instant created, Instant modified, Optional<Instant> binned) {
    /// Those of a new entry.
    public static Stamps first(Instant now) {
        return new Stamps(1, now, now, Optional.empty());
    }

    /// Those after a change.
    public Stamps changed(Instant now) {
        return new Stamps(revision + 1, created, now, binned);
    }
}
