package dev.tessera.vault;

import dev.tessera.otp.OtpParameters.Hotp;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What a person would see change if one state of a vault became another. How often entries were used is not told.
///
/// @param added entries of the other state alone
/// @param removed entries of the first state alone
/// @param changed entries of both that are not the same
public record Difference(List<Entry> added, List<Entry> removed, List<Change> changed) {
    public Difference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /// One entry in both states.
    ///
    /// @param what at least one
    public record Change(Entry before, Entry after, Set<What> what) {
        public Change {
            what = Set.copyOf(what);
        }
    }

    /// What of an entry can change.
    public enum What {
        NAME,
        /// The secret, or how codes are made of it.
        SECRET,
        COUNTER,
        NOTE,
        TAGS,
        PINNED,
        UNPINNED,
        /// Moved to the bin.
        BINNED,
        /// Out of the bin again.
        PUT_BACK
    }

    /// From `before` to `after`, in the order of their lists.
    public static Difference between(Vault before, Vault after) {
        var added = new ArrayList<Entry>();
        var removed = new ArrayList<Entry>();
        var changed = new ArrayList<Change>();
        for (var entry : after.entries()) {
            var earlier = before.entry(entry.id());
            if (earlier.isEmpty()) {
                added.add(entry);
            } else {
                var what = changes(earlier.get(), entry);
                if (!what.isEmpty()) {
                    changed.add(new Change(earlier.get(), entry, what));
                }
            }
        }
        for (var entry : before.entries()) {
            if (after.entry(entry.id()).isEmpty()) {
                removed.add(entry);
            }
        }
        return new Difference(added, removed, changed);
    }

    /// Whether both states look the same.
    public boolean isNone() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static Set<What> changes(Entry before, Entry after) {
        var what = EnumSet.noneOf(What.class);
        var ours = before.account();
        var theirs = after.account();
        if (!ours.issuer().equals(theirs.issuer()) || !ours.accountName().equals(theirs.accountName())) {
            what.add(What.NAME);
        }
        if (!ours.credential().equals(theirs.credential())) {
            what.add(isSameButForCounter(before, after) ? What.COUNTER : What.SECRET);
        }
        addDetails(before.details(), after.details(), what);
        if (before.isBinned() != after.isBinned()) {
            what.add(after.isBinned() ? What.BINNED : What.PUT_BACK);
        }
        return what;
    }

    private static boolean isSameButForCounter(Entry before, Entry after) {
        var ours = before.account().credential();
        var theirs = after.account().credential();
        return ours.secret().equals(theirs.secret())
                && ours.parameters() instanceof Hotp one
                && theirs.parameters() instanceof Hotp other
                && one.digits() == other.digits()
                && one.algorithm() == other.algorithm();
    }

    private static void addDetails(Details before, Details after, Set<What> what) {
        if (!Objects.equals(before.note(), after.note())) {
            what.add(What.NOTE);
        }
        if (!before.tags().equals(after.tags())) {
            what.add(What.TAGS);
        }
        if (before.pinned() != after.pinned()) {
            what.add(after.pinned() ? What.PINNED : What.UNPINNED);
        }
    }
}
