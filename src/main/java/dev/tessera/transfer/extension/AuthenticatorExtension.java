package dev.tessera.transfer.extension;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.HexLinks;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UriLines;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The browser extension Authenticator: a JSON object whose members are entries, sealed or not, and keys. Its lists of
/// links are told from others by secrets in hexadecimal alone.
public final class AuthenticatorExtension implements Importer {
    private static final Set<String> NO_ENTRIES = Set.of("UserSettings", "LocalStorage", "key", "enc", "hash");
    private static final Set<String> KINDS = Set.of("OTPStorage", "EncOTPStorage", "Key");

    @Override
    public String id() {
        return "authenticator_extension";
    }

    @Override
    public String name() {
        return "Authenticator (browser extension)";
    }

    @Override
    public Match match(ImportFile file) {
        boolean isObject = members(file).stream()
                .map(member -> Fields.of(member.getValue()))
                .anyMatch(member -> KINDS.contains(member.text("dataType")) || member.hasAll("secret", "type", "hash"));
        return Match.when(isObject || isList(file));
    }

    private static boolean isList(ImportFile file) {
        return file.json().isEmpty()
                && file.text()
                        .filter(HexLinks::isMeant)
                        .filter(text -> UriLines.lines(text).stream().allMatch(UriLines::isLink))
                        .isPresent();
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return entries(file).stream().map(Map.Entry::getValue).map(Fields::of).anyMatch(ExtensionKeys::isSealed);
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        if (file.json().isEmpty()) {
            UriLines.read(HexLinks.toBase32(file.text().orElseThrow()), findings);
        } else {
            for (var entry : entries(file)) {
                var fields = Fields.of(entry.getValue());
                findings.add(draft -> ExtensionEntry.read(draft, fields, fields.text("secret")));
            }
        }
        return findings.toImport();
    }

    /// Each sealed entry has a key of its own. Where none opens, the passphrase is wrong; where some do, the others
    /// are told one by one.
    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var findings = new Findings(id());
        int opened = 0;
        int keyless = 0;
        try (var keys = ExtensionKeys.of(file, passphrase)) {
            for (var entry : entries(file)) {
                var fields = Fields.of(entry.getValue());
                if (!ExtensionKeys.isSealed(fields)) {
                    findings.add(draft -> ExtensionEntry.read(draft, fields, fields.text("secret")));
                } else if (!keys.hasKeyOf(fields)) {
                    keyless++;
                    findings.add(draft ->
                            ExtensionEntry.refuse(draft, fields, "the file does not contain the key that opens it"));
                } else {
                    opened += add(fields, keys.open(fields), findings) ? 1 : 0;
                }
            }
            if (opened == 0) {
                requireKeys(keyless, keys.areThere(), file);
            }
        }
        return findings.toImport();
    }

    private static boolean add(Fields entry, Optional<ExtensionKeys.Opened> opened, Findings findings)
            throws ImportException {
        if (opened.isEmpty()) {
            findings.add(draft -> ExtensionEntry.refuse(
                    draft, entry, "it is encrypted with a different passphrase from the others, or it is damaged"));
            return false;
        }
        var inner = opened.get();
        findings.add(draft -> ExtensionEntry.read(draft, inner.entry(), inner.secret()));
        return true;
    }

    /// Nothing opened: for want of keys, or with the wrong one.
    private static void requireKeys(int keyless, boolean hasKeys, ImportFile file) throws ImportException {
        long sealed = entries(file).stream()
                .map(entry -> Fields.of(entry.getValue()))
                .filter(ExtensionKeys::isSealed)
                .count();
        if (keyless == sealed) {
            throw new DamagedImportException(
                    "The file does not contain the key that opens its entries: it is incomplete. Export it again from"
                            + " the browser extension.");
        }
        throw hasKeys
                ? new WrongImportPassphraseException()
                : new WrongImportPassphraseException(
                        "There is no key in the file: if its entries were encrypted, it is incomplete. Export it again"
                                + " from the browser extension.");
    }

    private static List<Map.Entry<String, JsonNode>> entries(ImportFile file) {
        return members(file).stream()
                .filter(member -> !NO_ENTRIES.contains(member.getKey()))
                .filter(member -> !Fields.of(member.getValue()).text("dataType").equals("Key"))
                .toList();
    }

    private static List<Map.Entry<String, JsonNode>> members(ImportFile file) {
        return file.json().filter(JsonNode::isObject).stream()
                .flatMap(object -> object.properties().stream())
                .toList();
    }
}
