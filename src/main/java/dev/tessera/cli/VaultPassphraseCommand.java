package dev.tessera.cli;

import dev.tessera.crypto.Passphrase;
import dev.tessera.session.VaultSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tessera vault passphrase`
@Command(
        name = "passphrase",
        description = "Change the vault's passphrase.",
        footer = {"", "Backups of the vault keep their old passphrase."})
final class VaultPassphraseCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "FILE",
            description = "Read the new passphrase from the first line of FILE; otherwise you are asked.")
    private @Nullable Path newPassphraseFile;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final CostOptions cost = new CostOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    VaultPassphraseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        cost.check();
        try (var session = vault.unlock(surroundings);
                var passphrase = newPassphrase()) {
            change(session, passphrase);
        }
        return ExitCode.DONE.number();
    }

    private void change(VaultSession session, Passphrase passphrase) throws Failure {
        try {
            session.changePassphrase(passphrase, cost.cost(surroundings));
            VaultTrouble.tellNotices(session, output);
        } catch (IOException e) {
            throw VaultTrouble.with(session.file(), e);
        }
        if (json.isGiven()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", session.file().toString());
            fields.put("changed", true);
            output.object(fields);
        } else {
            output.line(
                    "changed: the passphrase of " + Shown.text(session.file().toString()));
        }
        output.note("backups of the vault keep their old passphrase");
    }

    private Passphrase newPassphrase() throws Failure {
        return newPassphraseFile != null
                ? PassphraseFile.read(newPassphraseFile, output)
                : new Prompt(surroundings.terminal()).newPassphrase("--new-passphrase-file");
    }
}
