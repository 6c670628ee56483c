package dev.tessera.transfer.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UriLines;
import java.util.List;

/// Links of accounts, one a line, as nearly every program can write them, or each a text in a JSON array.
final class UriList implements Importer {

    @Override
    public String id() {
        return "uri_list";
    }

    @Override
    public String name() {
        return "a list of links";
    }

    /// A text of comments alone is an empty list.
    @Override
    public Match match(ImportFile file) {
        if (file.json().isPresent()) {
            return Match.when(texts(file).stream().anyMatch(UriLines::isLink));
        }
        var text = file.text().filter(all -> !all.isBlank());
        if (text.isEmpty()) {
            return Match.NO;
        }
        var lines = UriLines.lines(text.get());
        return lines.isEmpty() ? Match.POSSIBLE : Match.when(lines.stream().anyMatch(UriLines::isLink));
    }

    @Override
    public Import read(ImportFile file) throws CostlyImportException {
        var findings = new Findings(id());
        if (file.json().isPresent()) {
            items(texts(file), findings);
        } else {
            UriLines.read(file.text().orElseThrow(), findings);
        }
        return findings.toImport();
    }

    private static void items(List<String> items, Findings findings) throws CostlyImportException {
        var lines = new UriLines(findings);
        int number = 0;
        for (var item : items) {
            number++;
            lines.take("item " + number, item.strip());
        }
    }

    /// The elements of a JSON array; one that is no text is empty, and told as no link.
    private static List<String> texts(ImportFile file) {
        return file.json().filter(JsonNode::isArray).stream()
                .flatMap(JsonNode::valueStream)
                .map(element -> element.isTextual() ? element.asText() : "")
                .toList();
    }
}
