package dev.tessera.cli;

import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Accounts on their way into a vault: all of them in one save, and none of them twice.
final class Additions {

    /// What became of an account.
    enum Fate {
        /// Nobody asked to add it.
        FOUND("found", "found"),
        ADDED("added", "added"),
        /// The vault has the same secret with the same parameters.
        ALREADY_THERE("duplicate", "already in the vault, not added again");

        private final String field;
        private final String words;

        Fate(String field, String words) {
            this.field = field;
            this.words = words;
        }

        /// For scripts.
        String field() {
            return field;
        }

        /// For persons.
        String words() {
            return words;
        }
    }

    /// An account and what became of it.
    record Outcome(OtpauthUri uri, Fate fate) {}

    private final Instant now;
    private final List<Entry> added = new ArrayList<>();
    private Vault vault;

    Additions(Vault vault, Instant now) {
        this.vault = vault;
        this.now = now;
    }

    Outcome add(OtpauthUri uri) {
        if (vault.duplicateOf(uri.account()).isPresent()) {
            return new Outcome(uri, Fate.ALREADY_THERE);
        }
        var entry = Entry.create(uri.account(), now);
        added.add(entry);
        vault = vault.with(entry);
        return new Outcome(uri, Fate.ADDED);
    }

    /// Saves once; not at all if nothing is new, so that the file stays byte for byte.
    void save(VaultSession session, Output output) throws Failure {
        if (added.isEmpty()) {
            return;
        }
        try {
            session.edit(present -> {
                var all = present;
                for (var entry : added) {
                    all = all.with(entry);
                }
                return all;
            });
            VaultTrouble.tellNotices(session, output);
        } catch (IOException e) {
            throw VaultTrouble.with(session.file(), e);
        }
    }
}
