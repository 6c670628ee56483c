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
    private static final String CODE = "login_totp";
    private static final String NUMBER = "reprompt";

    private BitwardenCsv() {}

    static boolean isMeant(String text) {
        var columns = CsvTable.columnsOf(text);
        return columns.contains(CODE) && columns.contains("name") && !columns.contains("display_name");
    }

    static void read(String text, Findings findings) throws CostlyImportException {
        var table = CsvTable.parse(text);
        boolean isLast = table.columns().getLast().equals(CODE);
        for (var row : table.named()) {
            var code = code(row, isLast);
            if (code.isEmpty()) {
                findings.leaveOut();
            } else {
                findings.add(draft -> row(draft, row, code.get()));
            }
        }
    }

    /// Where a row has more or fewer cells than the head, a link still tells by itself what it is; of a secret, that it
    /// is the last as it is in the head. What stands in its place then is another's, such as the password.
    private static Optional<String> code(CsvTable.Row row, boolean isLast) {
        boolean moved = isLast && isMoved(row);
        var inPlace = row.find(CODE);
        return inPlace.filter(code -> (!moved && !code.contains("://")) || UriLines.isLink(code))
                .or(() -> row.cells().filter(UriLines::isLink).findFirst())
                .or(() -> moved
                        ? Optional.of(row.beyondHead().getLast().strip()).filter(code -> !code.isEmpty())
                        : inPlace);
    }

    /// A comma within a name moves all behind it; one at the end moves nothing. The column that is always a number
    /// tells whether the comma stands before it.
    private static boolean isMoved(CsvTable.Row row) {
        var beyond = row.beyondHead();
        if (beyond.isEmpty()) {
            return false;
        }
        boolean isBefore = row.has(NUMBER) && !row.text(NUMBER).matches("[01]");
        return isBefore || (beyond.size() == 1 && !beyond.getFirst().isBlank());
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
        if (row.beyondHead().stream().anyMatch(cell -> !cell.isBlank())) {
            draft.repaired("Its row in the table has one comma too many. Check its names.");
        }
        draft.linkOrSecret(code);
    }
}
