package dev.tessera.transfer.winauth;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.zip.ZipArchive;
import dev.tessera.transfer.zip.ZipMember;
import java.util.Locale;
import java.util.Optional;

/// WinAuth: a list of links with additions of its own, that list alone in a sealed zip, or the program's own file.
public final class WinAuth implements Importer {

    @Override
    public String id() {
        return "winauth";
    }

    @Override
    public String name() {
        return "WinAuth";
    }

    /// A zip is told by holding a single text, whatever its name: sealed ones show no more.
    @Override
    public Match match(ImportFile file) {
        return Match.when(list(file).isPresent()
                || file.text()
                        .filter(text -> WinAuthXml.isMeant(text) || WinAuthText.isMeant(text))
                        .isPresent());
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return list(file).filter(ZipMember::isSealed).isPresent()
                || file.text()
                        .filter(WinAuthXml::isMeant)
                        .filter(WinAuthXml::isSealed)
                        .isPresent();
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        if (ZipArchive.isMeant(file)) {
            return unpacked(ZipArchive.of(file).read(list(file).orElseThrow()));
        }
        var text = file.text().orElseThrow();
        var findings = new Findings(id());
        if (WinAuthXml.isMeant(text)) {
            WinAuthXml.read(text, findings);
        } else {
            WinAuthText.read(text, findings);
        }
        return findings.toImport();
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        if (ZipArchive.isMeant(file)) {
            return unpacked(ZipArchive.of(file).open(list(file).orElseThrow(), passphrase));
        }
        var findings = new Findings(id());
        WinAuthXml.open(file.text().orElseThrow(), passphrase, findings);
        return findings.toImport();
    }

    private Import unpacked(byte[] content) throws ImportException {
        try (var inner = ImportFile.of(content)) {
            var text = inner.text().filter(all -> inner.json().isEmpty()).filter(WinAuthText::isList);
            if (text.isEmpty()) {
                throw new UnsupportedImportException(
                        "The file in this zip is not a list of links. Unpack the zip and import the file in it.");
            }
            var findings = new Findings(id());
            WinAuthText.read(text.get(), findings);
            return findings.toImport();
        }
    }

    private static Optional<ZipMember> list(ImportFile file) {
        return ZipArchive.find(file)
                .map(ZipArchive::members)
                .filter(members -> members.size() == 1)
                .map(members -> members.getFirst())
                .filter(member -> member.isSealed()
                        || member.path().toLowerCase(Locale.ROOT).endsWith(".txt"));
    }
}
