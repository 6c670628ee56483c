package dev.tessera.cli;

import dev.tessera.agent.Offer;
import dev.tessera.clock.CodeClock;
import dev.tessera.explain.CodeSearch;
import dev.tessera.explain.Match;
import dev.tessera.explain.Neighbour;
import dev.tessera.vault.Entry;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tessera explain`
@Command(
        name = "explain",
        description = "Show why a code of an account may be refused.",
        footer = {
            "",
            "Without --code: how its codes are made, and the codes of the neighbouring time steps. With --code and",
            "the code that another device shows: with which clock, hash, number of digits or period the two agree.",
            "To find out how far this computer's clock is off, use tessera clock.",
            "Example: tessera explain pexip --code 123456"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Mixin
    private final QueryParameter query = new QueryParameter();

    @Option(names = "--code", paramLabel = "CODE", description = "The code that another device shows at this moment.")
    private @Nullable String code;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        var shown = code == null ? "" : code.replaceAll("[\\s-]", "");
        if (code != null && shown.length() < CodeSearch.LEAST_SIGNS) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--code has fewer than " + CodeSearch.LEAST_SIGNS + " characters",
                    "give the whole code: so few match by chance");
        }
        var words = query.query();
        // Before a passphrase is typed: the code was seen now.
        TimeNote.tell(surroundings);
        var now = surroundings.codeClock().instant();
        try (var session = vault.unlock(surroundings)) {
            var content = session.vault();
            var entry = Choice.only(words.in(content), content, surroundings.terminal());
            var match = shown.isEmpty()
                    ? Optional.<Match>empty()
                    : CodeSearch.find(entry.account().credential(), shown, now);
            tell(entry, Offer.of(entry, content), match, now);
            return (shown.isEmpty() || match.isPresent() ? ExitCode.DONE : ExitCode.NOTHING_FOUND).number();
        }
    }

    private void tell(Entry entry, Offer offer, Optional<Match> match, Instant now) {
        var explained = new Explained(entry.account().credential().parameters());
        if (json.isGiven()) {
            var fields = Shown.fields(offer);
            fields.put("now", now.toString());
            if (code == null) {
                fields.put(
                        "steps",
                        Neighbour.around(entry.account().credential(), now).stream()
                                .map(neighbour -> new NeighbouringCode(neighbour).fields())
                                .toList());
            } else {
                fields.put("match", match.map(explained::fields).orElse(null));
            }
            output.object(fields);
            return;
        }
        output.line(Shown.name(offer) + ": " + explained.inWords());
        var clock = surroundings.codeClock().state() instanceof CodeClock.State.Corrected
                ? "the time used for codes: "
                : "this computer's clock: ";
        output.line(clock + NeighbouringCode.time(now) + " UTC");
        if (code == null) {
            Neighbour.around(entry.account().credential(), now)
                    .forEach(neighbour -> output.line(new NeighbouringCode(neighbour).line()));
        } else {
            match.map(explained::told).orElseGet(Explained::nothing).forEach(output::line);
        }
    }
}
