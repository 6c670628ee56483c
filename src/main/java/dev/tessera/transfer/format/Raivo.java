package dev.tessera.transfer.format;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.DamagedImportException;
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
import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.transfer.zip.ZipArchive;
import dev.tessera.transfer.zip.ZipMember;

/// Raivo OTP: a sealed zip with a JSON array, or that array by itself. Every value in it is a text.
final class Raivo implements Importer {
    private static final String MEMBER = "raivo-otp-export.json";

    @Override
    public String id() {
        return "raivo";
    }

    @Override
    public String name() {
        return "Raivo OTP";
    }

    @Override
    public Match match(ImportFile file) {
        boolean isZip =
                ZipArchive.find(file).flatMap(archive -> archive.find(MEMBER)).isPresent();
        return Match.when(isZip || isArray(file));
    }

    private static boolean isArray(ImportFile file) {
        return file.json().filter(json -> json.isArray()).stream()
                .flatMap(array -> array.valueStream())
                .anyMatch(item -> Fields.of(item).hasAll("kind", "timer"));
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return ZipArchive.find(file)
                .flatMap(archive -> archive.find(MEMBER))
                .filter(ZipMember::isSealed)
                .isPresent();
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        if (!ZipArchive.isMeant(file)) {
            return items(file);
        }
        var archive = ZipArchive.of(file);
        try (var inner = ImportFile.of(archive.read(archive.find(MEMBER).orElseThrow()))) {
            return items(inner);
        }
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var archive = ZipArchive.of(file);
        try (var inner = ImportFile.of(archive.open(archive.find(MEMBER).orElseThrow(), passphrase))) {
            return items(inner);
        } catch (WrongImportPassphraseException _) {
            throw new WrongImportPassphraseException("Use Raivo's master password, not its PIN.");
        }
    }

    private Import items(ImportFile file) throws ImportException {
        var array = file.json().filter(json -> json.isArray());
        if (array.isEmpty()) {
            throw new DamagedImportException(
                    "The file “" + MEMBER + "” is not a list of accounts: it is damaged. Export it again from Raivo.");
        }
        var findings = new Findings(id());
        for (var item : array.get()) {
            findings.add(draft -> item(draft, Fields.of(item)));
        }
        return findings.toImport();
    }

    private static void item(Draft draft, Fields item) throws UnusableEntryException {
        draft.issuer(item.text("issuer"))
                .accountName(item.text("account"))
                .pinned(item.isTrue("pinned"))
                .kind(Kind.parse(item.text("kind")))
                .algorithm(item.text("algorithm"))
                .digits(item.number("digits"))
                .period(item.number("timer"))
                .counter(item.number("counter"))
                .secret(SecretTexts.base32(item.text("secret")));
    }
}
