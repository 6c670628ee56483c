package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tessera vault create`
@Command(
        name = "create",
        description = "Create an empty vault with a passphrase of your own.",
        footer = {"", "Nobody can open the vault without its passphrase: keep it where you will find it."})
final class VaultCreateCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final CostOptions cost = new CostOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    VaultCreateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Failure {
        cost.check();
        var file = vault.file(surroundings);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw VaultTrouble.alreadyThere(file);
        }
        try (var passphrase = vault.newPassphrase(surroundings);
                var session = VaultSession.create(file, passphrase, cost.cost(surroundings), surroundings.clock())) {
            tell(session.file().toString());
        } catch (IOException e) {
            throw VaultTrouble.with(file, e);
        }
        return ExitCode.DONE.number();
    }

    private void tell(String file) {
        var output = new Output(surroundings.terminal());
        if (json.isGiven()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", file);
            fields.put("created", true);
            output.object(fields);
        } else {
            output.line("created: " + Shown.text(file));
        }
    }
}
