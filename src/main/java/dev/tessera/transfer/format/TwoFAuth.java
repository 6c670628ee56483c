package dev.tessera.transfer.format;

import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnusableEntryException;

/// 2FAuth: one plain JSON file.
final class TwoFAuth implements Importer {

    @Override
    public String id() {
        return "2fauth";
    }

    @Override
    public String name() {
        return "2FAuth";
    }

    @Override
    public Match match(ImportFile file) {
        var fields = file.fields();
        return Match.when(fields.text("app").startsWith("2fauth") && fields.has("data"));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        for (var account : file.fields().requiredObjects("data")) {
            findings.add(draft -> account(draft, account));
        }
        return findings.toImport();
    }

    /// The link beside it is that by which the account once came in: what stands here is newer.
    private static void account(Draft draft, Fields account) throws UnusableEntryException {
        draft.issuer(account.text("service"))
                .accountName(account.text("account"))
                .kind(Kind.parse(account.text("otp_type")))
                .algorithm(account.text("algorithm"))
                .digits(account.number("digits"))
                .period(account.number("period"))
                .counter(account.number("counter"))
                .secret(SecretTexts.base32(account.text("secret")));
    }
}
