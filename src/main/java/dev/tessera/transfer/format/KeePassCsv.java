package dev.tessera.transfer.format;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.CsvTable;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.UnusableEntryException;
import java.util.List;

/// KeePassXC's CSV.
final class KeePassCsv {
    private static final List<String> COLUMNS =
            List.of("group", "title", "username", "password", "url", "notes", "totp");

    private KeePassCsv() {}

    static boolean isMeant(String text) {
        return CsvTable.columnsOf(text).containsAll(COLUMNS);
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
        draft.issuer(Titles.of(row.text("title"), row.text("url")))
                .accountName(row.text("username"))
                .note(row.text("notes"))
                .tag(belowRoot(row.text("group")));
        draft.linkOrSecret(KeePassOtp.ofSteam(row.text("totp")));
    }

    /// The first name of the path is that of the root, which nobody chose.
    private static String belowRoot(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(slash + 1);
    }
}
