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
import java.util.List;

/// Duo Mobile's own `accounts.json`. It has no issuers; an account that has a counter is counter-based.
final class Duo implements Importer {
    private static final String GENERATOR = "otpGenerator";
    private static final String SECRET = "otpSecret";

    @Override
    public String id() {
        return "duo";
    }

    @Override
    public String name() {
        return "Duo Mobile";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(accounts(file).stream()
                .anyMatch(account -> account.has(GENERATOR) || account.hasAll("accountType", "pkey")));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        for (var account : accounts(file)) {
            findings.add(draft -> account(draft, account));
        }
        return findings.toImport();
    }

    private static List<Fields> accounts(ImportFile file) {
        return file.json().filter(json -> json.isArray()).stream()
                .flatMap(array -> array.valueStream())
                .map(Fields::of)
                .toList();
    }

    private static void account(Draft draft, Fields account) throws UnusableEntryException {
        draft.accountName(account.text("name"));
        var generator = account.object(GENERATOR);
        var secret = generator
                .find(SECRET)
                .orElseThrow(() -> new UnusableEntryException(
                        "secret is missing: Duo confirms log-ins on the phone and makes no codes for other programs"));
        var counter = generator.number("counter");
        draft.kind(counter.isPresent() ? Kind.HOTP : Kind.TOTP).counter(counter).secret(SecretTexts.base32(secret));
    }
}
