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
    /// @throws IllegalArgumentException if the revision is not positive
    public Stamps {
        if (revision < 1) {
            throw new IllegalArgumentException("revision is " + revision + "; it must be 1 or more");
        }
    }

    /// Those of a new entry.
    public static Stamps first(Instant now) {
        return new Stamps(1, now, now, Optional.empty());
    }

    /// Those after a change.
    public Stamps changed(Instant now) {
        return new Stamps(revision + 1, created, now, binned);
    }

    /// Those in the bin.
    public Stamps binned(Instant now) {
        return new Stamps(revision + 1, created, now, Optional.of(now));
    }

    /// Those back in the list.
    public Stamps restored(Instant now) {
        return new Stamps(revision + 1, created, now, Optional.empty());
    }

    /// The same with a revision of at least `least`.
    Stamps atLeast(long least) {
        return new Stamps(Math.max(revision, least), created, modified, binned);
    }
}
