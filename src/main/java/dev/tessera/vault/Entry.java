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

    public Entry withAccount(Account newAccount, Instant now) {
        return new Entry(id, newAccount, details, usage, stamps.changed(now));
    }

    public Entry withDetails(Details newDetails, Instant now) {
        return new Entry(id, account, newDetails, usage, stamps.changed(now));
    }

    public Entry withUsage(Usage newUsage, Instant now) {
        return new Entry(id, account, details, newUsage, stamps.changed(now));
    }
}
