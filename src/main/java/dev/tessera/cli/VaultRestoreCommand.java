package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.Backup;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tessera vault restore`
@Command(
        name = "restore",
        description = "Make an earlier generation of the vault the current one.",
        footer = {"", "Nothing is thrown away: what it replaces becomes a backup."})
final class VaultRestoreCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Parameters(paramLabel = "GENERATION", description = "Its number, as tessera vault backups shows it.")
    private long generation;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    VaultRestoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        try (var session = vault.unlock(surroundings)) {
            var restored = session.restore(wanted(session));
            tell(restored.listed().size());
            VaultTrouble.tellNotices(session, output);
        } catch (IOException e) {
            throw VaultTrouble.with(vault.file(surroundings), e);
        }
        return ExitCode.DONE.number();
    }

    private Backup wanted(VaultSession session) throws IOException, Failure {
        return session.backups().stream()
                .filter(backup -> backup.generation() == generation)
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ExitCode.NOTHING_FOUND,
                        "there is no backup of generation " + generation,
                        "tessera vault backups lists them"));
    }

    private void tell(int listed) {
        if (json.isGiven()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("restored", generation);
            fields.put("listed", listed);
            output.object(fields);
        } else {
            output.line("restored: generation " + generation + ", " + Shown.accounts(listed));
        }
    }
}
