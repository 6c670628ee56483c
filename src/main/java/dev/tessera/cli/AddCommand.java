package dev.tessera.cli;

import dev.tessera.cli.Additions.Outcome;
import dev.tessera.otpauth.OtpauthUri;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tessera add`
@Command(
        name = "add",
        description = "Add an account from its otpauth: link.",
        footer = {
            "",
            "Other users of this computer can see the arguments of a command. Standard input is safer:",
            "  xclip -o | tessera add -"
        })
final class AddCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Parameters(
            paramLabel = "URI",
            description = "An otpauth:, otpauth-migration:, steam: or motp: link; - reads it from standard input.")
    private String uri = "";

    @Mixin
    private final NameOptions names = new NameOptions();

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    AddCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        boolean piped = uri.equals("-");
        var text = piped ? new LinkInput(surroundings.terminal()).read() : uri;
        if (!piped) {
            output.note("other users may have seen this link; tessera add - reads it from standard input");
        }
        var accounts = names.applied(new Links(surroundings.terminal(), output).accounts(text, names));
        try (var session = vault.unlock(surroundings)) {
            var additions = new Additions(session.vault(), surroundings.clock().instant());
            var outcomes = accounts.stream().map(additions::add).toList();
            additions.save(session, output);
            tell(outcomes);
        }
        return ExitCode.DONE.number();
    }

    private void tell(List<Outcome> outcomes) {
        for (var outcome : outcomes) {
            if (json.isGiven()) {
                output.object(ScanJson.fields(outcome));
            } else {
                output.line(
                        outcome.fate().words() + ": " + Shown.name(outcome.uri().account()));
            }
            notes(outcome.uri());
        }
    }

    private void notes(OtpauthUri account) {
        if (!json.isGiven()) {
            account.repairs().forEach(repair -> output.note(Failure.asClause(Shown.text(repair))));
            account.warnings().forEach(warning -> output.warning(Failure.asClause(Shown.text(warning)), ""));
        }
    }
}
