package dev.tessera.transfer.format;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.CsvTable;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.UnusableEntryException;

/// Bitwarden's CSV, of its vault, of an organisation and of its authenticator.
final class BitwardenCsv {
    private BitwardenCsv() {}

    static boolean isMeant(String text) {
        var columns = CsvTable.columnsOf(text);
        return columns.contains("login_totp") && columns.contains("name") && !columns.contains("display_name");
    }

    static void read(String text, Findings findings) throws CostlyImportException {
        for (var row : CsvTable.parse(text).named()) {
            if (row.find("login_totp").isEmpty()) {
                findings.leaveOut();
            } else {
                findings.add(draft -> row(draft, row));
            }
        }
    }

    private static void row(Draft draft, CsvTable.Row row) throws UnusableEntryException {
        draft.issuer(row.text("name"))
                .accountName(row.text("login_username"))
                .note(row.text("notes"))
                .pinned(row.text("favorite").equals("1"))
                .tag(row.text("folder"));
        for (var collection : row.text("collections").split(",", -1)) {
            draft.tag(collection);
        }
        draft.linkOrSecret(row.text("login_totp"));
    }
}
