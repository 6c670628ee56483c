package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.Backup;
import dev.tessera.vault.file.VaultException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tessera vault backups`
@Command(
        name = "backups",
        description = "Open every backup of the vault and say what is in it, the latest first.",
        footer = {"", "tessera vault restore GENERATION brings one back."})
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
        int damaged = 0;
        try (var session = vault.unlock(surroundings)) {
            for (var backup : session.backups()) {
                damaged += tell(session, backup) ? 0 : 1;
            }
        } catch (IOException e) {
            throw VaultTrouble.with(vault.file(surroundings), e);
        }
        if (damaged > 0) {
            throw VaultTrouble.damagedBackups(damaged);
        }
        return ExitCode.DONE.number();
    }

    private boolean tell(VaultSession session, Backup backup) throws IOException {
        var told = new BackupLine(backup, json.isGiven(), output);
        try {
            told.sound(session.read(backup));
            return true;
        } catch (VaultException _) {
            told.damaged();
            return false;
        }
    }
}
