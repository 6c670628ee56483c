package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.RecoveryKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tessera vault recovery-key`
@Command(
        name = "recovery-key",
        description = "Make a key to keep on paper, which opens the vault if the passphrase is forgotten.",
        footer = {
            "",
            "It is printed once and stored nowhere else. Type it wherever the passphrase is asked for.",
            "A new one replaces the one before; backups of the vault keep the one that they had."
        })
final class VaultRecoveryKeyCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Option(names = "--remove", description = "Make the current recovery key worthless, and do not make another.")
    private boolean remove;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    VaultRecoveryKeyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        try (var session = vault.unlock(surroundings)) {
            if (remove) {
                remove(session);
            } else {
                make(session);
            }
            VaultTrouble.tellNotices(session, output);
        } catch (IOException e) {
            throw VaultTrouble.with(vault.file(surroundings), e);
        }
        return ExitCode.DONE.number();
    }

    private void make(VaultSession session) throws IOException {
        boolean replaces = session.hasRecoveryKey();
        try (RecoveryKey recovery = session.newRecoveryKey()) {
            char[] text = recovery.toCharArray();
            try {
                tell(session, new String(text));
            } finally {
                Arrays.fill(text, '\0');
            }
        }
        output.note(
                "write it down on paper, and keep it away from this computer: it opens the vault like the passphrase");
        if (replaces) {
            output.note("from now on, the recovery key before it opens only older backups");
        }
    }

    private void tell(VaultSession session, String key) {
        if (json.isGiven()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", session.file().toString());
            fields.put("recoveryKey", key);
            output.object(fields);
        } else {
            output.line(key);
        }
    }

    private void remove(VaultSession session) throws IOException {
        boolean removed = session.removeRecoveryKey();
        if (json.isGiven()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", session.file().toString());
            fields.put("removed", removed);
            output.object(fields);
        } else {
            output.line(removed ? "removed: the recovery key" : "there is no recovery key");
        }
        if (removed) {
            output.note("backups of the vault keep the recovery key that they had");
        }
    }
}
