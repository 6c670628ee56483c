package dev.tessera.cli;

import dev.tessera.agent.Offer;
import dev.tessera.session.EntryQuery;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/// Brings one account into the bin, or out of it.
abstract class BinCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;
    private final String result;

    @Mixin
    private final QueryParameter query = new QueryParameter();

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    /// @param result what becomes of the account, in one word
    BinCommand(Surroundings surroundings, String result) {
        this.surroundings = surroundings;
        this.result = result;
        output = new Output(surroundings.terminal());
    }

    /// Those that the words may mean.
    ///
    /// @throws Failure if none fits
    abstract List<Entry> fitting(EntryQuery words, Vault content) throws Failure;

    abstract Vault moved(Vault content, Entry entry, Instant now);

    @Override
    public final Integer call() throws Failure {
        var words = query.query();
        try (var session = vault.unlock(surroundings)) {
            var content = session.vault();
            var entry = Choice.only(fitting(words, content), content, surroundings.terminal());
            var offer = Offer.of(entry, content);
            var now = surroundings.clock().instant();
            Saving.edit(session, present -> moved(present, entry, now), output);
            Told.result(output, json, result, offer);
        }
        return ExitCode.DONE.number();
    }
}
