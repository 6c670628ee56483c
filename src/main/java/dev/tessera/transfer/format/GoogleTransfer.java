package dev.tessera.transfer.format;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UriLines;

/// The texts of Google Authenticator's transfer QR codes, one a line.
final class GoogleTransfer implements Importer {

    @Override
    public String id() {
        return "google_migration";
    }

    @Override
    public String name() {
        return "Google Authenticator";
    }

    /// With other links among them it is a list of links.
    @Override
    public Match match(ImportFile file) {
        var lines = file.text().map(UriLines::lines).stream()
                .flatMap(all -> all.stream())
                .filter(UriLines::isLink)
                .toList();
        return Match.when(!lines.isEmpty() && lines.stream().allMatch(UriLines::isTransfer));
    }

    @Override
    public Import read(ImportFile file) throws CostlyImportException {
        var findings = new Findings(id());
        UriLines.read(file.text().orElseThrow(), findings);
        return findings.toImport();
    }
}
