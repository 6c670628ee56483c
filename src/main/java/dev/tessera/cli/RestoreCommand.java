package dev.tessera.cli;

import dev.tessera.agent.Offer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tessera restore`
@Command(
        name = "restore",
        description = "Take an account out of the bin.",
        footer = {"", "An earlier state of the whole vault is brought back by tessera vault restore."})
final class RestoreCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Mixin
    private final QueryParameter query = new QueryParameter();

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    RestoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        try (var session = vault.unlock(surroundings)) {
            var content = session.vault();
            var fitting = query.query().inBin(content);
            if (fitting.isEmpty()) {
                throw new Failure(
                        ExitCode.NOTHING_FOUND, "no account in the bin fits", "tessera list --bin shows all of them");
            }
            var entry = Choice.only(fitting, content, surroundings.terminal());
            var offer = Offer.of(entry, content);
            var now = surroundings.clock().instant();
            Saving.edit(session, present -> present.restore(entry.id(), now), output);
            Told.result(output, json, "restored", offer);
        }
        return ExitCode.DONE.number();
    }
}
