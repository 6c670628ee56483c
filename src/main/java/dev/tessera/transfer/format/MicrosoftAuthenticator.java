package dev.tessera.transfer.format;

import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.sqlite.SqliteFile;
import java.util.OptionalLong;

/// Microsoft Authenticator's own database `PhoneFactor`. Codes of Microsoft's personal accounts have 8 digits,
/// and their secrets are in Base64 instead of Base32.
final class MicrosoftAuthenticator implements Importer {
    private static final String TABLE = "accounts";
    private static final String SECRET = "oath_secret_key";

    @Override
    public String id() {
        return "microsoft_authenticator";
    }

    @Override
    public String name() {
        return "Microsoft Authenticator";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(SqliteFile.isOf(file, TABLE, SECRET));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        var database = SqliteFile.open(file);
        database.forEach(TABLE, row -> findings.add(draft -> account(draft, row)));
        database.noteLog(findings);
        return findings.toImport();
    }

    private static void account(Draft draft, Fields row) throws UnusableEntryException {
        draft.issuer(row.text("name")).accountName(row.text("username"));
        var secret = row.text(SECRET);
        if (secret.isEmpty()) {
            throw new UnusableEntryException(
                    row.find("encrypted_" + SECRET).isPresent()
                            ? "secret is encrypted with a key that never leaves the phone"
                            : "secret is missing: this account logs in by confirming on the phone, without codes");
        }
        switch (row.text("account_type")) {
            case "", "0", "2" -> draft.secret(SecretTexts.base32(secret));
            case "1" -> draft.digits(OptionalLong.of(8)).secret(SecretTexts.base64(secret));
            default -> throw new UnusableEntryException("the type is not known; it must be 0 to 2");
        }
    }
}
