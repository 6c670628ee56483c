package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tessera vault verify`
@Command(
        name = "verify",
        description = "Open the vault and every backup, check every part of them, and compute each account's code.")
final class VaultVerifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    VaultVerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        try (var session = vault.unlock(surroundings)) {
            var content = session.vault();
            requireCodes(content);
            tell(session, content);
            new BackupReport(json.isGiven(), output).tell(session, this::requireCodes);
        } catch (IOException e) {
            throw VaultTrouble.with(vault.file(surroundings), e);
        }
        return ExitCode.DONE.number();
    }

    private void requireCodes(Vault content) {
        var now = surroundings.clock().instant();
        content.entries().forEach(entry -> entry.account().credential().codeAt(now));
    }

    private void tell(VaultSession session, Vault content) {
        if (json.isGiven()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", session.file().toString());
            fields.put("sound", true);
            fields.put("listed", content.listed().size());
            fields.put("binned", content.binned().size());
            fields.put("setAside", content.setAside().size());
            output.object(fields);
            return;
        }
        output.line("sound: " + Shown.text(session.file().toString()));
        output.line(Shown.accounts(content.listed().size()) + ", "
                + content.binned().size() + " in the bin");
        if (!content.setAside().isEmpty()) {
            output.note("entries that this version cannot use, kept as they are: "
                    + content.setAside().size());
        }
    }
}
