package dev.tessera.vault;

import dev.tessera.otp.Account;
import java.time.Instant;
import java.util.UUID;

/// One account in the vault.
///
/// @param id for life
/// @param account whose codes they are, and how they are made
/// @param details tags, note, pin
/// @param usage how often it is copied
/// @param stamps revision and times
public record Entry(UUID id, Account account, Details details, Usage usage, Stamps stamps) {

    /// A new entry with a random id.
    public static Entry create(Account account, Instant now) {
        return new Entry(UUID.randomUUID(), account, Details.none(), Usage.none(), Stamps.first(now));
    }

    /// Whether it lies in the bin.
    public boolean isBinned() {
        return stamps.binned().isPresent();
    }

    /// With another account; one revision more, as after each change.
    public Entry withAccount(Account newAccount, Instant now) {
        return new Entry(id, newAccount, details, usage, stamps.changed(now));
    }

    public Entry withDetails(Details newDetails, Instant now) {
        return new Entry(id, account, newDetails, usage, stamps.changed(now));
    }

    public Entry withUsage(Usage newUsage, Instant now) {
        return new Entry(id, account, details, newUsage, stamps.changed(now));
    }

    /// In the bin.
    public Entry binned(Instant now) {
        return new Entry(id, account, details, usage, stamps.binned(now));
    }

    /// Back in the list.
    Entry restored(Instant now) {
        return new Entry(id, account, details, usage, stamps.restored(now));
    }

    /// Without this tag; the same if it does not bear it.
    Entry untagged(UUID tagId, Instant now) {
        return details.tags().contains(tagId) ? withDetails(details.untagged(tagId), now) : this;
    }

    /// Newer than its removal.
    Entry revivedAfter(Tombstone tombstone) {
        return new Entry(id, account, details, usage, stamps.atLeast(tombstone.revision() + 1));
    }
}
