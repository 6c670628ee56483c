package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Errands;
import dev.tessera.desktop.control.Threads;
import dev.tessera.otp.Account;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Puts accounts into the vault: all of one preview in one save.
final class Saver {
    private final VaultSession session;
    private final InstantSource clock;
    private final Threads threads;
    private final Consumer<List<UUID>> added;

    Saver(VaultSession session, InstantSource clock, Threads threads, Consumer<List<UUID>> added) {
        this.session = session;
        this.clock = clock;
        this.threads = threads;
        this.added = added;
    }

    /// Does with each candidate what was chosen for it.
    ///
    /// @param done is told why it was not saved, or nothing
    void save(List<Candidate> candidates, Consumer<Optional<String>> done) {
        var ids = new ArrayList<UUID>();
        UnaryOperator<Vault> change = UnaryOperator.identity();
        for (var candidate : candidates) {
            var uri = candidate.uriProperty().get();
            if (uri.isPresent()) {
                change = then(change, changeFor(candidate, uri.get().account(), ids));
            }
        }
        run(change, ids, done);
    }

    void add(Account account, Consumer<Optional<String>> done) {
        var entry = Entry.create(account, clock.instant());
        run(vault -> vault.with(entry), List.of(entry.id()), done);
    }

    private UnaryOperator<Vault> changeFor(Candidate candidate, Account account, List<UUID> ids) {
        return switch (candidate.choiceProperty().get()) {
            case LEAVE -> UnaryOperator.identity();
            case ADD -> {
                var entry = Entry.create(account, clock.instant());
                ids.add(entry.id());
                yield vault -> vault.with(entry);
            }
            case RENAME -> {
                var id = candidate.duplicateProperty().get().orElseThrow().id();
                ids.add(id);
                yield vault -> vault.change(id, entry -> entry.withAccount(renamed(entry, account), clock.instant()));
            }
        };
    }

    private static Account renamed(Entry entry, Account names) {
        return new Account(names.issuer(), names.accountName(), entry.account().credential());
    }

    private static UnaryOperator<Vault> then(UnaryOperator<Vault> first, UnaryOperator<Vault> second) {
        return vault -> second.apply(first.apply(vault));
    }

    private void run(UnaryOperator<Vault> change, List<UUID> ids, Consumer<Optional<String>> done) {
        threads.work().execute(() -> {
            try {
                var _ = session.edit(change);
                threads.ui().execute(() -> {
                    done.accept(Optional.empty());
                    added.accept(List.copyOf(ids));
                });
            } catch (IOException failure) {
                tell(done, Errands.why(failure, text("notice.not-saved")));
            }
        });
    }

    private void tell(Consumer<Optional<String>> done, String why) {
        threads.ui().execute(() -> done.accept(Optional.of(why)));
    }
}
