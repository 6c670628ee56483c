package dev.tessera.cli;

import dev.tessera.agent.Offer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tessera rm`
@Command(
        name = "rm",
        description = "Move an account to the bin.",
        footer = {"", "Nothing is lost: tessera restore takes it out again, tessera list --bin shows what is there."})
final class RemoveCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Mixin
    private final QueryParameter query = new QueryParameter();

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    RemoveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        try (var session = vault.unlock(surroundings)) {
            var content = session.vault();
            var entry = Choice.only(query.query().in(content), content, surroundings.terminal());
            var offer = Offer.of(entry, content);
            var now = surroundings.clock().instant();
            Saving.edit(session, present -> present.moveToBin(entry.id(), now), output);
            Told.result(output, json, "binned", offer);
        }
        return ExitCode.DONE.number();
    }
}
