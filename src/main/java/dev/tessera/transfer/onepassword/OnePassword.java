package dev.tessera.transfer.onepassword;

import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Hosts;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnusableEntryException;
import dev.tessera.transfer.zip.ZipArchive;
import java.util.List;
import java.util.Optional;

/// 1Password: a plain zip (`.1pux`) with all vaults as one JSON file, that file by itself, or CSV.
public final class OnePassword implements Importer {
    private static final String MEMBER = "export.data";

    @Override
    public String id() {
        return "1password";
    }

    @Override
    public String name() {
        return "1Password";
    }

    @Override
    public Match match(ImportFile file) {
        boolean isZip =
                ZipArchive.find(file).flatMap(archive -> archive.find(MEMBER)).isPresent();
        boolean isJson = file.fields().objects("accounts").stream()
                .anyMatch(account -> account.node("vaults").isArray());
        return Match.when(isZip
                || isJson
                || (file.json().isEmpty()
                        && file.text().filter(OnePasswordCsv::isMeant).isPresent()));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        if (ZipArchive.isMeant(file)) {
            var archive = ZipArchive.of(file);
            try (var inner = ImportFile.of(archive.read(archive.find(MEMBER).orElseThrow()))) {
                accounts(inner.fields(), findings);
            }
        } else if (file.json().isPresent()) {
            accounts(file.fields(), findings);
        } else {
            OnePasswordCsv.read(file.text().orElseThrow(), findings);
        }
        return findings.toImport();
    }

    private static void accounts(Fields top, Findings findings) throws ImportException {
        for (var account : top.requiredObjects("accounts")) {
            for (var vault : account.objects("vaults")) {
                for (var item : vault.objects("items")) {
                    item(
                            item.has("item") ? item.object("item") : item,
                            vault.object("attrs").text("name"),
                            findings);
                }
            }
        }
    }

    private static void item(Fields item, String vault, Findings findings) throws ImportException {
        var passwords = item.object("details").objects("sections").stream()
                .flatMap(section -> section.objects("fields").stream())
                .map(field -> field.object("value").find("totp"))
                .flatMap(Optional::stream)
                .toList();
        if (passwords.isEmpty()) {
            findings.leaveOut();
        }
        for (var password : passwords) {
            findings.add(draft -> entry(draft, item, vault, password));
        }
        if (!passwords.isEmpty() && !item.object("overview").texts("tags").isEmpty()) {
            findings.note("Accounts were tagged with the name of their vault; their own 1Password tags were left out.");
        }
    }

    private static void entry(Draft draft, Fields item, String vault, String password) throws UnusableEntryException {
        var overview = item.object("overview");
        var details = item.object("details");
        draft.issuer(overview.find("title").orElseGet(() -> Hosts.of(overview.text("url"))))
                .accountName(userName(details.objects("loginFields")))
                .note(details.text("notesPlain"))
                .pinned(item.find("favIndex")
                        .filter(place -> !place.equals("0"))
                        .isPresent())
                .tag(vault)
                .linkOrSecret(password);
    }

    private static String userName(List<Fields> loginFields) {
        return loginFields.stream()
                .filter(field -> field.text("designation").equals("username"))
                .map(field -> field.text("value"))
                .findFirst()
                .orElse("");
    }
}
