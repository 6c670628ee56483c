package dev.tessera.cli;

import dev.tessera.vault.Vault;
import dev.tessera.vault.file.Backup;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is told of one backup.
record BackupLine(Backup backup, boolean json, Output output) {
    void sound(Vault content) {
        int listed = content.listed().size();
        int binned = content.binned().size();
        tell(true, listed, binned, Shown.accounts(listed) + ", " + binned + " in the bin");
    }

    void damaged() {
        tell(false, 0, 0, "cannot be opened");
    }

    private void tell(boolean sound, int listed, int binned, String content) {
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
