package dev.tessera.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tessera vault backups`
@Command(
        name = "backups",
        description = "Open every backup of the vault and show what is in it, newest first.",
        footer = {"", "tessera vault restore GENERATION restores one."})
final class VaultBackupsCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    VaultBackupsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        try (var session = vault.unlock(surroundings)) {
            new BackupReport(json.isGiven(), output).tell(session, _ -> {});
        } catch (IOException e) {
            throw VaultTrouble.with(vault.file(surroundings), e);
        }
        return ExitCode.DONE.number();
    }
}
