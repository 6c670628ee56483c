package dev.tessera.transfer.protonpass;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.CsvTable;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Hosts;
import dev.tessera.transfer.UnusableEntryException;

/// Proton Pass's CSV, also the older ones without vault or email.
final class ProtonPassCsv {
    private ProtonPassCsv() {}

    static boolean isMeant(String text) {
        var columns = CsvTable.columnsOf(text);
        return columns.contains("totp") && columns.contains("createtime") && columns.contains("modifytime");
    }

    static void read(String text, Findings findings) throws CostlyImportException {
        for (var row : CsvTable.parse(text).named()) {
            if (row.find("totp").isEmpty()) {
                findings.leaveOut();
            } else {
                findings.add(draft -> row(draft, row));
            }
        }
    }

    private static void row(Draft draft, CsvTable.Row row) throws UnusableEntryException {
        draft.issuer(row.find("name").orElseGet(() -> Hosts.of(row.text("url"))))
                .accountName(row.find("username").orElseGet(() -> row.text("email")))
                .note(row.text("note"))
                .tag(row.text("vault"))
                .linkOrSecret(row.text("totp"));
    }
}
