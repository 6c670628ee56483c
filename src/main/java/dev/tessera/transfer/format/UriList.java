package dev.tessera.transfer.format;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UriLines;

/// Links of accounts, one a line, as nearly every program can write them.
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
        var text = file.text().filter(all -> !all.isBlank());
        if (text.isEmpty() || file.json().isPresent()) {
            return Match.NO;
        }
        var lines = UriLines.lines(text.get());
        return lines.isEmpty() ? Match.POSSIBLE : Match.when(lines.stream().anyMatch(UriLines::isLink));
    }

    @Override
    public Import read(ImportFile file) throws CostlyImportException {
        var findings = new Findings(id());
        UriLines.read(file.text().orElseThrow(), findings);
        return findings.toImport();
    }
}
