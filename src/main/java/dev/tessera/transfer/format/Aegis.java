package dev.tessera.transfer.format;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.util.Map;
import java.util.stream.Collectors;

/// Aegis: one JSON file, its content plain or sealed under a random key, which each passphrase opens in a slot of
/// its own.
final class Aegis implements Importer {

    @Override
    public String id() {
        return "aegis";
    }

    @Override
    public String name() {
        return "Aegis";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(file.fields().hasAll("header", "db"));
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return file.fields().node("db").isTextual();
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        return content(file.fields().object("db"));
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var header = file.fields().object("header");
        var params = header.object("params");
        byte[] box = AegisSlots.joined(Encoded.base64(file.fields(), "db"), Encoded.hex(params, "tag"));
        try (var key = new AegisSlots(header.objects("slots")).open(passphrase);
                var inner = ImportFile.of(unsealed(key, Encoded.hex(params, "nonce"), box))) {
            return content(inner.fields());
        }
    }

    /// A slot has opened, so that the passphrase is that of the file.
    private static byte[] unsealed(Key key, byte[] nonce, byte[] box) throws ImportException {
        try {
            return Unsealing.gcm(key, nonce, box);
        } catch (WrongImportPassphraseException _) {
            throw new DamagedImportException(
                    "The passphrase is right, but the file is damaged. Export it again from Aegis.");
        }
    }

    private Import content(Fields content) throws ImportException {
        var findings = new Findings(id());
        Map<String, String> groups = content.objects("groups").stream()
                .collect(Collectors.toMap(
                        group -> group.text("uuid"), group -> group.text("name"), (first, _) -> first));
        for (var entry : content.requiredObjects("entries")) {
            findings.add(draft -> entry(draft, entry, groups));
        }
        return findings.toImport();
    }

    private static void entry(Draft draft, Fields entry, Map<String, String> groups) throws UnusableEntryException {
        draft.issuer(entry.text("issuer"))
                .accountName(entry.text("name"))
                .note(entry.text("note"))
                .pinned(entry.isTrue("favorite"))
                .tag(entry.text("group"));
        entry.texts("groups").forEach(uuid -> draft.tag(groups.getOrDefault(uuid, "")));
        var info = entry.object("info");
        draft.kind(Kind.parse(entry.text("type")))
                .algorithm(info.text("algo"))
                .digits(info.number("digits"))
                .period(info.number("period"))
                .counter(info.number("counter"))
                .pin(info.text("pin"))
                .secret(SecretTexts.base32(info.text("secret")));
    }
}
