package dev.tessera.transfer.format;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.CsvTable;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.UriLines;
import java.util.Optional;

/// Bitwarden's CSV, of its vault, of an organisation and of its authenticator.
final class BitwardenCsv {
    private BitwardenCsv() {}

    static boolean isMeant(String text) {
        var columns = CsvTable.columnsOf(text);
        return columns.contains("login_totp") && columns.contains("name") && !columns.contains("display_name");
    }

    static void read(String text, Findings findings) throws CostlyImportException {
        for (var row : CsvTable.parse(text).named()) {
            var code = code(row);
            if (code.isEmpty()) {
                findings.leaveOut();
            } else {
                findings.add(draft -> row(draft, row, code.get()));
            }
        }
    }

    /// Where a row has more or fewer cells than the head, a link still tells by itself what it is.
    private static Optional<String> code(CsvTable.Row row) {
        var inPlace = row.find("login_totp");
        return inPlace.filter(code -> !code.contains("://") || UriLines.isLink(code))
                .or(() -> row.cells().filter(UriLines::isLink).findFirst())
                .or(() -> inPlace);
    }

    private static void row(Draft draft, CsvTable.Row row, String code) throws UnusableEntryException {
        draft.issuer(row.text("name"))
                .accountName(row.text("login_username"))
                .note(row.text("notes"))
                .pinned(row.text("favorite").equals("1"))
                .tag(row.text("folder"));
        for (var collection : row.text("collections").split(",", -1)) {
            draft.tag(collection);
        }
        draft.linkOrSecret(code);
    }
}
