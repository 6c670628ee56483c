package dev.tessera.transfer.format;

import dev.tessera.crypto.Passphrase;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Bitwarden, its vault and its authenticator: JSON, plain or under a passphrase, and CSV.
final class Bitwarden implements Importer {

    @Override
    public String id() {
        return "bitwarden";
    }

    @Override
    public String name() {
        return "Bitwarden";
    }

    /// Old files do not say whether they are encrypted: they are not.
    @Override
    public Match match(ImportFile file) {
        var fields = file.fields();
        boolean isJson = (fields.has("encrypted") && (fields.has("items") || BitwardenSealed.isMeant(fields)))
                || fields.has("encKeyValidation_DO_NOT_EDIT")
                || (fields.has("folders") && fields.objects("items").stream().anyMatch(item -> item.has("login")));
        return Match.when(isJson
                || (file.json().isEmpty()
                        && file.text().filter(BitwardenCsv::isMeant).isPresent()));
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return file.fields().isTrue("passwordProtected");
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        if (file.fields().isTrue("encrypted")) {
            throw new UnsupportedImportException(
                    "Only the Bitwarden account that wrote this file can open it. In Bitwarden, export the vault as"
                            + " .json, or as .json (Encrypted) with the type “Password protected”.");
        }
        var findings = new Findings(id());
        if (file.json().isPresent()) {
            items(file.fields(), findings);
        } else {
            BitwardenCsv.read(file.text().orElseThrow(), findings);
        }
        return findings.toImport();
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var findings = new Findings(id());
        try (var inner = ImportFile.of(BitwardenSealed.open(file.fields(), passphrase))) {
            items(inner.fields(), findings);
        }
        return findings.toImport();
    }

    private static void items(Fields top, Findings findings) throws ImportException {
        Map<String, String> folders = Stream.of("folders", "collections")
                .flatMap(kind -> top.objects(kind).stream())
                .collect(Collectors.toMap(
                        folder -> folder.text("id"), folder -> folder.text("name"), (first, _) -> first));
        for (var item : top.requiredObjects("items")) {
            if (item.object("login").find("totp").isEmpty()) {
                findings.leaveOut();
            } else {
                findings.add(draft -> item(draft, item, folders));
            }
        }
    }

    private static void item(Draft draft, Fields item, Map<String, String> folders) throws UnusableEntryException {
        var login = item.object("login");
        draft.issuer(item.text("name"))
                .accountName(login.text("username"))
                .note(item.text("notes"))
                .pinned(item.isTrue("favorite"))
                .binned(item.find("deletedDate").isPresent());
        draft.tag(folders.getOrDefault(item.text("folderId"), ""));
        item.texts("collectionIds").forEach(id -> draft.tag(folders.getOrDefault(id, "")));
        draft.linkOrSecret(login.text("totp"));
    }
}
