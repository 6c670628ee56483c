package dev.tessera.transfer.format;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Kind;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.SecretTexts;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.UnusableEntryException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Authme: JSON around a text of four lines an account, in Base64.
final class Authme implements Importer {

    @Override
    public String id() {
        return "authme";
    }

    @Override
    public String name() {
        return "Authme";
    }

    @Override
    public Match match(ImportFile file) {
        var fields = file.fields();
        return Match.when(fields.text("role").equals("codes") && fields.has("codes"));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var fields = file.fields();
        if (fields.isTrue("encrypted")) {
            throw new UnsupportedImportException(
                    "Only the Authme app that wrote this file can open it. In Authme, choose Export, then the .authme"
                            + " or the .html file.");
        }
        var findings = new Findings(id());
        try (var inner =
                ImportFile.of(fields.find("codes").isEmpty() ? new byte[0] : Encoded.base64(fields, "codes"))) {
            groups(
                    inner.text()
                            .orElseThrow(() -> new DamagedImportException(
                                    "The file's accounts are not text: the file is damaged. Export it again"
                                            + " from Authme.")),
                    findings);
        }
        return findings.toImport();
    }

    /// A group ends at a blank line, or where a name begins the next.
    private static void groups(String text, Findings findings) throws ImportException {
        var group = new HashMap<String, String>();
        for (var line : (Iterable<String>) text.lines()::iterator) {
            int colon = line.indexOf(':');
            var name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (line.isBlank() || group.containsKey(name)) {
                end(group, findings);
            }
            if (!line.isBlank()) {
                group.put(name, line.substring(colon + 1).strip());
            }
        }
        end(group, findings);
    }

    private static void end(Map<String, String> group, Findings findings) throws ImportException {
        if (!group.isEmpty()) {
            var whole = Map.copyOf(group);
            group.clear();
            findings.add(draft -> account(draft, whole));
        }
    }

    private static void account(Draft draft, Map<String, String> group) throws UnusableEntryException {
        draft.issuer(group.getOrDefault("issuer", "")).accountName(group.getOrDefault("name", ""));
        draft.kind(Kind.parse(group.getOrDefault("type", "").replaceFirst("(?i)^OTP_", "")))
                .secret(SecretTexts.base32(group.getOrDefault("secret", "")));
    }
}
