package dev.tessera.transfer.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.CsvTable;
import dev.tessera.transfer.Draft;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnusableEntryException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Keeper: JSON, and CSV without a head. Codes are custom fields of a name of their own; a record may have several.
final class Keeper implements Importer {

    /// `$oneTimeCode::1`, with a label between the colons if someone gave it one; `TFC:Keeper` of old.
    private static final Pattern CODE = Pattern.compile("\\$oneTimeCode(?::.*)?|TFC:Keeper", Pattern.DOTALL);

    private static final int FOLDER = 0;
    private static final int TITLE = 1;
    private static final int LOGIN = 2;
    private static final int ADDRESS = 4;
    private static final int NOTES = 5;
    private static final int FIRST_CUSTOM = 6;

    @Override
    public String id() {
        return "keeper";
    }

    @Override
    public String name() {
        return "Keeper";
    }

    @Override
    public Match match(ImportFile file) {
        if (file.json().isPresent()) {
            return Match.when(file.fields().node("records").isArray());
        }
        return Match.when(file.text()
                .filter(text -> text.contains("$oneTimeCode") || text.contains("TFC:Keeper"))
                .isPresent());
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        if (file.json().isPresent()) {
            for (var item : file.fields().requiredObjects("records")) {
                item(item, findings);
            }
        } else {
            for (var row : CsvTable.parseWithoutHead(file.text().orElseThrow()).rows()) {
                row(row, findings);
            }
        }
        return findings.toImport();
    }

    private static void item(Fields item, Findings findings) throws CostlyImportException {
        var codes = new ArrayList<String>();
        item.node("custom_fields").properties().stream()
                .filter(field -> CODE.matcher(field.getKey()).matches())
                .forEach(field -> addTexts(field.getValue(), codes));
        if (codes.isEmpty()) {
            findings.leaveOut();
        }
        for (var code : codes) {
            findings.add(draft -> item(draft, item, code));
        }
    }

    private static void addTexts(JsonNode value, List<String> codes) {
        if (value.isArray()) {
            value.forEach(element -> addTexts(element, codes));
        } else if (!value.asText().isBlank()) {
            codes.add(value.asText());
        }
    }

    private static void item(Draft draft, Fields item, String code) throws UnusableEntryException {
        draft.issuer(Titles.of(item.text("title"), item.text("login_url")))
                .accountName(item.text("login"))
                .note(item.text("notes"));
        for (var folder : item.objects("folders")) {
            draft.tag(folder.find("folder").orElse(folder.text("shared_folder")));
        }
        draft.linkOrSecret(code);
    }

    private static void row(List<String> row, Findings findings) throws CostlyImportException {
        boolean hasCode = false;
        for (int i = FIRST_CUSTOM; i + 1 < row.size(); i++) {
            var code = row.get(i + 1);
            if (CODE.matcher(row.get(i)).matches() && !code.isBlank()) {
                hasCode = true;
                findings.add(draft -> row(draft, row, code));
            }
        }
        if (!hasCode) {
            findings.leaveOut();
        }
    }

    private static void row(Draft draft, List<String> row, String code) throws UnusableEntryException {
        draft.issuer(Titles.of(row.get(TITLE), row.get(ADDRESS)))
                .accountName(row.get(LOGIN))
                .note(row.get(NOTES))
                .tag(row.get(FOLDER));
        draft.linkOrSecret(code);
    }
}
