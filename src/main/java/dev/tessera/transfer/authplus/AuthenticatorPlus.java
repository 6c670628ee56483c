package dev.tessera.transfer.authplus;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.HexLinks;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UriLines;
import dev.tessera.transfer.zip.ZipArchive;
import dev.tessera.transfer.zip.ZipMember;
import java.util.Optional;

/// Authenticator Plus: a zip, sealed or not, with a list of links. The list by itself is one like any other.
public final class AuthenticatorPlus implements Importer {
    private static final String MEMBER = "Accounts.txt";

    @Override
    public String id() {
        return "authenticator_plus";
    }

    @Override
    public String name() {
        return "Authenticator Plus";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(list(file).isPresent());
    }

    @Override
    public boolean isSealed(ImportFile file) {
        return list(file).filter(ZipMember::isSealed).isPresent();
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var archive = ZipArchive.of(file);
        return links(archive.read(archive.find(MEMBER).orElseThrow()));
    }

    @Override
    public Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        var archive = ZipArchive.of(file);
        return links(archive.open(archive.find(MEMBER).orElseThrow(), passphrase));
    }

    private static Optional<ZipMember> list(ImportFile file) {
        return ZipArchive.find(file).flatMap(archive -> archive.find(MEMBER));
    }

    /// Battle.net's secrets are hexadecimal there.
    private Import links(byte[] content) throws ImportException {
        var findings = new Findings(id());
        try (var list = ImportFile.of(content)) {
            var text = list.text()
                    .orElseThrow(() -> new DamagedImportException("The file “" + MEMBER
                            + "” in this zip is not text: it is damaged. Export it again from Authenticator Plus."));
            UriLines.read(HexLinks.toBase32(text), findings);
        }
        return findings.toImport();
    }
}
