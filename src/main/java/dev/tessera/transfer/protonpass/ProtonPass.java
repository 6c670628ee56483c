package dev.tessera.transfer.protonpass;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.zip.ZipArchive;
import java.util.stream.Stream;

/// Proton Pass: a plain zip with all vaults as one JSON file, that file by itself, or CSV. What it seals, it seals with
/// PGP.
public final class ProtonPass implements Importer {
    private static final String MEMBER = "Proton Pass/data.json";
    private static final String SEALED_MEMBER = "Proton Pass/data.pgp";

    /// The state of an item that lies in the bin.
    private static final String BINNED = "2";

    @Override
    public String id() {
        return "proton_pass";
    }

    @Override
    public String name() {
        return "Proton Pass";
    }

    @Override
    public Match match(ImportFile file) {
        boolean isZip = ZipArchive.find(file)
                .filter(archive -> archive.find(MEMBER)
                        .or(() -> archive.find(SEALED_MEMBER))
                        .isPresent())
                .isPresent();
        return Match.when(isZip
                || file.fields().node("vaults").isObject()
                || (file.json().isEmpty()
                        && file.text().filter(ProtonPassCsv::isMeant).isPresent()));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        if (ZipArchive.isMeant(file)) {
            var archive = ZipArchive.of(file);
            var member = archive.find(MEMBER)
                    .orElseThrow(() -> new UnsupportedImportException(
                            "This export is encrypted with PGP. Unpack the zip, decrypt data.pgp with a PGP"
                                    + " program and import the result, or export it unencrypted from Proton Pass."));
            try (var inner = ImportFile.of(archive.read(member))) {
                vaults(inner.fields(), findings);
            }
        } else if (file.json().isPresent()) {
            vaults(file.fields(), findings);
        } else {
            ProtonPassCsv.read(file.text().orElseThrow(), findings);
        }
        return findings.toImport();
    }

    /// The names of the vaults become no tags, just as Proton Authenticator takes none of them over from this file.
    private static void vaults(Fields top, Findings findings) throws ImportException {
        if (!top.node("vaults").isObject()) {
            throw new DamagedImportException(
                    "The file has no part “vaults”: it is damaged or incomplete. Export it again from Proton Pass.");
        }
        for (JsonNode vault : top.node("vaults")) {
            for (var item : Fields.of(vault).objects("items")) {
                item(item, findings);
            }
        }
    }

    private static void item(Fields item, Findings findings) throws ImportException {
        var data = item.object("data");
        var content = data.object("content");
        var extras = Stream.concat(
                        data.objects("extraFields").stream(),
                        content.objects("sections").stream()
                                .flatMap(section -> section.objects("sectionFields").stream()))
                .filter(field -> field.text("type").equals("totp"))
                .filter(field -> !link(field).isEmpty())
                .toList();
        var main = content.text("totpUri").strip();
        if (main.isEmpty() && extras.isEmpty()) {
            findings.leaveOut();
        }
        if (!main.isEmpty()) {
            findings.add(draft -> entry(draft, item, "", main));
        }
        for (var extra : extras) {
            findings.add(draft -> entry(draft, item, extra.text("fieldName"), link(extra)));
        }
    }

    private static String link(Fields field) {
        return field.object("data").text("totpUri").strip();
    }

    /// Where an item has no user name, the name of the field tells several apart.
    private static void entry(Draft draft, Fields item, String field, String value) throws UnusableEntryException {
        var data = item.object("data");
        var content = data.object("content");
        var metadata = data.object("metadata");
        draft.issuer(metadata.text("name"))
                .accountName(content.find("itemUsername")
                        .or(() -> content.find("username"))
                        .or(() -> content.find("itemEmail"))
                        .orElse(field))
                .note(metadata.text("note"))
                .pinned(item.isTrue("pinned"))
                .binned(item.text("state").equals(BINNED))
                .linkOrSecret(value);
    }
}
