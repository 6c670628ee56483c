package dev.tessera.transfer.format;

import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.zip.ZipArchive;

/// A zip that is no export: told, not read.
final class OtherZip implements Importer {

    @Override
    public String id() {
        return "zip";
    }

    @Override
    public String name() {
        return "zip";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(ZipArchive.isMeant(file));
    }

    /// A damaged one is told as such.
    @Override
    public Import read(ImportFile file) throws ImportException {
        boolean isEmpty = ZipArchive.of(file).members().isEmpty();
        throw new UnsupportedImportException(
                isEmpty
                        ? "This zip is empty. Export it again."
                        : "This zip contains no export that Tessera recognises. Unpack it and import the file in it.");
    }
}
