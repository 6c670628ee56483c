package dev.tessera.transfer.format;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnusableEntryException;
import java.util.Map;
import java.util.stream.Collectors;

/// Enpass: JSON. An item may have several codes, each a field; fields that were deleted stay in the file.
final class Enpass implements Importer {

    @Override
    public String id() {
        return "enpass";
    }

    @Override
    public String name() {
        return "Enpass";
    }

    /// An item has fields with a type and a number of their own, which Bitwarden's have not.
    @Override
    public Match match(ImportFile file) {
        return Match.when(file.fields().objects("items").stream()
                .flatMap(item -> item.objects("fields").stream())
                .anyMatch(field -> field.node("type").isTextual() && (isCode(field) || field.has("uid"))));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        Map<String, String> folders = file.fields().objects("folders").stream()
                .collect(Collectors.toMap(
                        folder -> folder.text("uuid"), folder -> folder.text("title"), (first, _) -> first));
        for (var item : file.fields().requiredObjects("items")) {
            item(item, folders, findings);
        }
        return findings.toImport();
    }

    private static void item(Fields item, Map<String, String> folders, Findings findings) throws CostlyImportException {
        var codes = item.objects("fields").stream()
                .filter(field -> isCode(field) && !field.isTrue("deleted"))
                .flatMap(field -> field.find("value").stream())
                .filter(value -> !value.isBlank())
                .toList();
        if (codes.isEmpty()) {
            findings.leaveOut();
        }
        for (var code : codes) {
            findings.add(draft -> code(draft, item, folders, code));
        }
    }

    private static void code(Draft draft, Fields item, Map<String, String> folders, String code)
            throws UnusableEntryException {
        draft.issuer(Titles.of(item.text("title"), value(item, "url")))
                .accountName(accountName(item))
                .note(item.text("note"))
                .pinned(item.isTrue("favorite"))
                .binned(item.isTrue("trashed"));
        item.texts("folders").forEach(uuid -> draft.tag(folders.getOrDefault(uuid, "")));
        draft.linkOrSecret(code);
    }

    /// The user name, else the address for mail, else what stands below the title.
    private static String accountName(Fields item) {
        var name = value(item, "username");
        var mail = name.isEmpty() ? value(item, "email") : name;
        return mail.isEmpty() ? item.text("subtitle") : mail;
    }

    private static String value(Fields item, String type) {
        return item.objects("fields").stream()
                .filter(field -> field.text("type").equals(type) && !field.isTrue("deleted"))
                .flatMap(field -> field.find("value").stream())
                .findFirst()
                .orElse("");
    }

    private static boolean isCode(Fields field) {
        return field.text("type").equals("totp");
    }
}
