package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.Backup;
import dev.tessera.vault.file.VaultException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Opens every backup of a vault and says what is in it.
///
/// @param json whether as JSON
record BackupReport(boolean json, Output output) {
    /// @param check is given the content of each
    /// @throws Failure at the end, if one of them cannot be opened
    void tell(VaultSession session, Consumer<Vault> check) throws IOException, Failure {
        int damaged = 0;
        for (var backup : session.backups()) {
            try {
                var content = session.read(backup);
                check.accept(content);
                sound(backup, content);
            } catch (VaultException _) {
                tell(backup, false, 0, 0, "cannot be opened");
                damaged++;
            }
        }
        if (damaged > 0) {
            throw VaultTrouble.damagedBackups(damaged);
        }
    }

    private void sound(Backup backup, Vault content) {
        int listed = content.listed().size();
        int binned = content.binned().size();
        tell(backup, true, listed, binned, Shown.accounts(listed) + ", " + binned + " in the bin");
    }

    private void tell(Backup backup, boolean sound, int listed, int binned, String content) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", backup.file().toString());
            fields.put("generation", backup.generation());
            fields.put("day", backup.day().toString());
            fields.put("sound", sound);
            fields.put("listed", listed);
            fields.put("binned", binned);
            output.object(fields);
        } else {
            output.line("generation " + backup.generation() + ", " + backup.day() + ": " + content);
        }
    }
}
