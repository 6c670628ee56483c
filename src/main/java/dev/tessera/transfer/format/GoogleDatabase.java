package dev.tessera.transfer.format;

import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.LabelParts;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.sqlite.SqliteFile;

/// Google Authenticator's own database, as long as the app kept the secrets in it: before version 5.20.
final class GoogleDatabase implements Importer {
    private static final String TABLE = "accounts";

    @Override
    public String id() {
        return "google_authenticator_db";
    }

    @Override
    public String name() {
        return "Google Authenticator (database)";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(SqliteFile.isOf(file, TABLE, "email", "secret"));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        var database = SqliteFile.open(file);
        database.forEach(TABLE, row -> findings.add(draft -> account(draft, row)));
        database.noteLog(findings);
        var found = findings.toImport();
        if (found.entries().isEmpty()
                && !found.rejected().isEmpty()
                && found.rejected().stream()
                        .allMatch(rejected -> rejected.reason().startsWith("secret "))) {
            throw new UnsupportedImportException(
                    "No secret in this database can be read: since version 5.20, Google Authenticator encrypts them"
                            + " with a key that never leaves the phone. In the app, choose “Transfer accounts”, then"
                            + " export, and scan the QR codes it shows.");
        }
        return found;
    }

    private static void account(Draft draft, Fields row) throws UnusableEntryException {
        var names = LabelParts.of(row.text("email"), row.text("issuer"));
        draft.issuer(names.issuer()).accountName(names.accountName());
        if (row.isTrue("isencrypted")) {
            throw new UnusableEntryException("secret is encrypted with a key that never leaves the phone");
        }
        draft.kind(kind(row.text("type")))
                .counter(row.number("counter"))
                .secret(SecretTexts.base32(row.text("secret")));
    }

    private static Kind kind(String number) throws UnusableEntryException {
        return switch (number) {
            case "", "0" -> Kind.TOTP;
            case "1" -> Kind.HOTP;
            default -> throw new UnusableEntryException("the type is not known; it must be 0 or 1");
        };
    }
}
