package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.Backup;
import dev.tessera.vault.file.VaultException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
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
            throw new Failure(
                    ExitCode.VAULT_UNUSABLE,
                    damaged + " of the backups cannot be opened",
                    "the vault itself is sound; copy it to another disk");
        }
        return ExitCode.DONE.number();
    }

    private boolean tell(VaultSession session, Backup backup) throws IOException {
        try {
            var content = session.read(backup);
            tell(backup, true, content.listed().size(), content.binned().size());
            return true;
        } catch (VaultException _) {
            tell(backup, false, 0, 0);
            return false;
        }
    }

    private void tell(Backup backup, boolean sound, int listed, int binned) {
        if (json.isGiven()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", backup.file().toString());
            fields.put("generation", backup.generation());
            fields.put("day", backup.day().toString());
            fields.put("sound", sound);
            fields.put("listed", listed);
            fields.put("binned", binned);
            output.object(fields);
            return;
        }
        var content = sound ? listed + " accounts, " + binned + " in the bin" : "cannot be opened";
        output.line("generation " + backup.generation() + ", " + backup.day() + ": " + content);
    }
}
