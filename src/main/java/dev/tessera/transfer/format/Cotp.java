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
import dev.tessera.transfer.UriLines;
import java.util.List;

/// cotp: its database, plain as it exports it or sealed as it keeps it, and its list of links in JSON.
final class Cotp implements Importer {

    @Override
    public String id() {
        return "cotp";
    }

    @Override
    public String name() {
        return "cotp";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(isSealed(file) || isList(file) || isDatabase(file.fields()) || isLinks(file.fields()));
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return CotpSealed.isMeant(file);
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        if (isList(file)) {
            elements(file.objects(), findings);
        } else if (isDatabase(file.fields())) {
            elements(file.fields().objects("elements"), findings);
        } else if (isLinks(file.fields())) {
            links(file.fields().texts("items"), findings);
        } else {
            throw new DamagedImportException("There is no list of accounts in the file. Export it again from cotp.");
        }
        return findings.toImport();
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        try (var inner = ImportFile.of(CotpSealed.open(file, passphrase))) {
            return read(inner);
        }
    }

    /// The first versions kept no more than the list. andOTP's has tags in each element, and no PIN.
    private static boolean isList(ImportFile file) {
        return file.objects().stream()
                .anyMatch(element -> element.hasAll("secret", "label", "type", "pin") && !element.has("tags"));
    }

    private static boolean isDatabase(Fields fields) {
        var elements = fields.objects("elements");
        return fields.node("elements").isArray()
                && (elements.isEmpty()
                        ? fields.has("version")
                        : elements.stream().anyMatch(element -> element.hasAll("secret", "label")));
    }

    private static boolean isLinks(Fields fields) {
        var items = fields.texts("items");
        return !items.isEmpty()
                && items.size() == fields.list("items").size()
                && items.stream().anyMatch(UriLines::isLink);
    }

    private static void links(List<String> items, Findings findings) throws ImportException {
        var lines = new UriLines(findings);
        int number = 0;
        for (var item : items) {
            number++;
            lines.take("item " + number, item.strip());
        }
    }

    private static void elements(List<Fields> elements, Findings findings) throws ImportException {
        for (var element : elements) {
            findings.add(draft -> element(draft, element));
        }
    }

    private static void element(Draft draft, Fields element) throws UnusableEntryException {
        draft.issuer(element.text("issuer")).accountName(element.text("label"));
        var kind = Kind.parse(element.text("type"));
        var secret = element.text("secret");
        draft.kind(kind)
                .algorithm(element.text("algorithm").replaceFirst("(?i)^OTP(?=SHA)", "")) // as old versions wrote it
                .digits(element.number("digits"))
                .period(element.number("period"))
                .counter(element.number("counter"))
                .pin(element.text("pin"))
                .secret(kind == Kind.MOTP ? SecretTexts.hex(secret) : SecretTexts.base32(secret));
    }
}
