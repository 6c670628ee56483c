package dev.tessera.transfer.onepassword;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.CsvTable;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Hosts;
import dev.tessera.transfer.UnusableEntryException;

/// 1Password's CSV.
final class OnePasswordCsv {
    private OnePasswordCsv() {}

    /// Apple's has a column of the same name, and none of these.
    static boolean isMeant(String text) {
        var columns = CsvTable.columnsOf(text);
        return columns.contains("title")
                && columns.contains("otpauth")
                && (columns.contains("archived") || columns.contains("favorite") || columns.contains("tags"));
    }

    static void read(String text, Findings findings) throws CostlyImportException {
        for (var row : CsvTable.parse(text).named()) {
            if (row.find("otpauth").isEmpty()) {
                findings.leaveOut();
            } else {
                findings.add(draft -> row(draft, row));
            }
        }
    }

    private static void row(Draft draft, CsvTable.Row row) throws UnusableEntryException {
        draft.issuer(row.find("title").orElseGet(() -> Hosts.of(row.text("url"))))
                .accountName(row.text("username"))
                .note(row.text("notes"))
                .pinned(row.text("favorite").equalsIgnoreCase("true"));
        for (var tag : row.text("tags").split("[;,]", -1)) {
            draft.tag(tag);
        }
        draft.linkOrSecret(row.text("otpauth"));
    }
}
