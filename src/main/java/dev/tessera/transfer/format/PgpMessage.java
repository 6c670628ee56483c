package dev.tessera.transfer.format;

import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnsupportedImportException;

/// What some programs seal with PGP, whose key is not ours to ask for: told, not read.
final class PgpMessage implements Importer {

    @Override
    public String id() {
        return "pgp";
    }

    @Override
    public String name() {
        return "PGP";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(file.text()
                .filter(text -> text.stripLeading().startsWith("-----BEGIN PGP"))
                .isPresent());
    }

    @Override
    public Import read(ImportFile file) throws UnsupportedImportException {
        throw new UnsupportedImportException(
                "This file is encrypted with PGP. Decrypt it with a PGP program first, then import the result.");
    }
}
