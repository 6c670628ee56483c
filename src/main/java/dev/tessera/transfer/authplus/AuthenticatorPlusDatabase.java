package dev.tessera.transfer.authplus;

import dev.tessera.crypto.Passphrase;
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
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.sqlite.SqlCipher;
import dev.tessera.transfer.sqlite.SqliteFile;
import java.util.OptionalLong;

/// Authenticator Plus's own backup `authplus.db`, a database that SQLCipher 3 sealed.
public final class AuthenticatorPlusDatabase implements Importer {
    private static final String TABLE = "accounts";
    private static final String NO_CATEGORY = "All Accounts";

    @Override
    public String id() {
        return "authenticator_plus_db";
    }

    @Override
    public String name() {
        return "Authenticator Plus (database)";
    }

    /// Also one from which somebody took the seal. Google Authenticator's has no categories.
    @Override
    public Match match(ImportFile file) {
        if (SqliteFile.isOf(file, TABLE, "email", "secret", "category")) {
            return Match.SURE;
        }
        return isSealed(file) ? Match.POSSIBLE : Match.NO;
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return SqlCipher.V3.isPossible(file);
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        var database = SqliteFile.open(file);
        database.forEach(TABLE, row -> findings.add(draft -> account(draft, row)));
        database.noteLog(findings);
        return findings.toImport();
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        try (var inner = SqlCipher.V3.open(file, passphrase)) {
            return read(inner);
        }
    }

    private static void account(Draft draft, Fields row) throws UnusableEntryException {
        var issuer = row.text("issuer");
        draft.issuer(issuer).accountName(row.text("email"));
        var category = row.text("category");
        draft.tag(category.equals(NO_CATEGORY) ? "" : category);
        switch (row.text("type")) {
            case "", "0" -> otp(draft, row, issuer).kind(Kind.TOTP);
            case "1" -> otp(draft, row, issuer).kind(Kind.HOTP);
            case "2" -> blizzard(draft, row, issuer);
            default -> throw new UnusableEntryException("the type is not known; it must be 0 to 2");
        }
    }

    private static Draft otp(Draft draft, Fields row, String issuer) throws UnusableEntryException {
        var names = LabelParts.of(row.text("email"), issuer);
        return draft.issuer(names.issuer())
                .accountName(names.accountName())
                .counter(row.number("counter"))
                .secret(SecretTexts.base32(row.text("secret")));
    }

    /// Battle.net's, whose name the person gave and whose original name is the serial number.
    private static void blizzard(Draft draft, Fields row, String issuer) throws UnusableEntryException {
        draft.issuer(issuer.isEmpty() ? "Battle.net" : issuer)
                .accountName(row.find("email").orElse(row.text("original_name")))
                .digits(OptionalLong.of(8))
                .secret(SecretTexts.hex(row.text("secret")));
    }
}
