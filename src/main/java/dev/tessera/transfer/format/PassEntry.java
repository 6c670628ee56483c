package dev.tessera.transfer.format;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UriLines;
import java.util.List;

/// A decrypted entry of pass: the password on the first line, and somewhere below it the link that pass-otp put there.
final class PassEntry implements Importer {
    private static final int LONGEST = 65_536;

    @Override
    public String id() {
        return "pass";
    }

    @Override
    public String name() {
        return "pass";
    }

    /// A list of links begins with one, or with a comment. A transfer is in no entry of pass.
    @Override
    public Match match(ImportFile file) {
        if (file.length() > LONGEST || file.json().isPresent() || file.text().isEmpty()) {
            return Match.NO;
        }
        var all = file.text().get().lines().toList();
        return Match.when(all.size() > 1
                && !isNothing(all.getFirst())
                && !UriLines.isLink(all.getFirst())
                && all.stream().noneMatch(UriLines::isTransfer)
                && links(all).size() == 1);
    }

    private static boolean isNothing(String line) {
        return UriLines.lines(line).isEmpty();
    }

    private static List<String> links(List<String> lines) {
        return lines.stream()
                .filter(line -> UriLines.isLink(line) && !UriLines.isTransfer(line))
                .toList();
    }

    @Override
    public Import read(ImportFile file) throws CostlyImportException {
        var findings = new Findings(id());
        for (var link : links(file.text().orElseThrow().lines().toList())) {
            findings.add(draft -> draft.link(link.strip()));
        }
        findings.note("The other lines are the rest of a pass entry and were left out.");
        return findings.toImport();
    }
}
