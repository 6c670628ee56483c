package dev.tessera.transfer.format;

import dev.tessera.transfer.CsvTable;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.HtmlText;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.UnusableEntryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tables of password managers. They differ in the names of their columns and little else: each program is known by the
/// columns that it alone writes, and read like all others; so is a table of a program that nobody knows.
///
/// @param id for the command line
/// @param name as people know the program
/// @param marks columns that all its tables have
/// @param others columns that none of its tables has
record PasswordTable(String id, String name, Set<String> marks, Set<String> others) implements Importer {
    private static final List<String> CODE = List.of(
            "totp",
            "otp",
            "otpauth",
            "otpsecret",
            "otpurl",
            "login_totp",
            "twofasecret",
            "2fa",
            "totp seed",
            "one-time password",
            "authenticator");
    private static final List<String> TITLE = List.of("title", "name", "display_name", "nickname");
    private static final List<String> USER =
            List.of("username", "login", "login_username", "email", "username2", "username3");
    private static final List<String> ADDRESS = List.of("url", "login_urls", "login_uri", "website");
    private static final List<String> NOTE = List.of("notes", "note", "extra", "additionalinfo");
    private static final List<String> GROUP = List.of("folder", "group", "grouping", "category");
    private static final List<String> FAVOURITE = List.of("favorite", "favourite", "fav");
    private static final Set<String> PASSWORD = Set.of("password", "pwd", "login_password");
    private static final String LASTPASS = "lastpass_vault";
    private static final Set<String> NONE = Set.of();

    PasswordTable {
        marks = Set.copyOf(marks);
        others = Set.copyOf(others);
    }

    /// Of the programs that are known.
    static List<Importer> known() {
        return List.of(
                new PasswordTable(LASTPASS, "LastPass", Set.of("url", "username", "extra", "name", "grouping"), NONE),
                new PasswordTable("dashlane", "Dashlane", Set.of("username", "username2", "username3", "title"), NONE),
                new PasswordTable(
                        "apple_passwords",
                        "Apple Passwords",
                        Set.of("title", "url", "username", "password", "otpauth"),
                        Set.of("favorite", "archived", "tags")),
                new PasswordTable(
                        "safeincloud", "SafeInCloud", Set.of("title", "login", "password", "url", "otp"), NONE),
                new PasswordTable(
                        "synology_c2",
                        "Synology C2 Password",
                        Set.of("display_name", "login_username", "login_totp"),
                        NONE),
                new PasswordTable("myki", "Myki", Set.of("nickname", "username", "twofasecret"), NONE));
    }

    /// Of whatever program: it comes last.
    static Importer any() {
        return new PasswordTable("csv", "a table of passwords", NONE, NONE);
    }

    @Override
    public Match match(ImportFile file) {
        if (file.json().isPresent() || file.text().isEmpty()) {
            return Match.NO;
        }
        var columns = CsvTable.columnsOf(file.text().get());
        if (marks.isEmpty()) {
            return Match.when(
                    columns.size() > 1 && (columns.stream().anyMatch(CODE::contains) || isOfPasswords(columns)));
        }
        return Match.when(columns.containsAll(marks) && columns.stream().noneMatch(others::contains));
    }

    private static boolean isOfPasswords(List<String> columns) {
        return columns.stream().anyMatch(PASSWORD::contains)
                && columns.stream().anyMatch(column -> USER.contains(column) || ADDRESS.contains(column));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var table = CsvTable.parse(file.text().orElseThrow());
        boolean hasCodes = table.columns().stream().anyMatch(CODE::contains);
        if (!hasCodes && !id.equals(LASTPASS)) {
            throw new UnsupportedImportException(
                    "This table of passwords has no column for one-time passwords: browsers, NordPass and RoboForm do"
                            + " not export them. Export the accounts from the program that shows their codes.");
        }
        var findings = new Findings(id);
        for (var row : table.named()) {
            var code = first(row, CODE);
            if (code.isEmpty()) {
                findings.leaveOut();
            } else {
                findings.add(draft -> row(draft, row, code.get()));
            }
        }
        return noted(findings.toImport());
    }

    private void row(Draft draft, CsvTable.Row row, String code) throws UnusableEntryException {
        draft.issuer(Titles.of(plain(first(row, TITLE)), plain(first(row, ADDRESS))))
                .accountName(plain(first(row, USER)))
                .note(plain(first(row, NOTE)))
                .pinned(first(row, FAVOURITE)
                        .filter(value -> value.equals("1") || value.equalsIgnoreCase("true"))
                        .isPresent())
                .tag(plain(first(row, GROUP)));
        for (var tag : row.text("tags").split("[;,]", -1)) {
            draft.tag(tag);
        }
        draft.linkOrSecret(plain(Optional.of(code)));
    }

    private static Optional<String> first(CsvTable.Row row, List<String> columns) {
        return columns.stream().flatMap(column -> row.find(column).stream()).findFirst();
    }

    /// LastPass writes its table as a part of a page.
    private String plain(Optional<String> cell) {
        var text = cell.orElse("");
        return id.equals(LASTPASS) ? HtmlText.plain(text) : text;
    }

    private Import noted(Import found) {
        if (!id.equals(LASTPASS)
                || !found.entries().isEmpty()
                || !found.rejected().isEmpty()) {
            return found;
        }
        var notes = new ArrayList<>(found.notes());
        notes.add(
                "The accounts of LastPass Authenticator are not in the export of the vault. In LastPass Authenticator,"
                        + " open the settings, choose to transfer accounts, and export them to a file.");
        return found.withNotes(notes);
    }
}
