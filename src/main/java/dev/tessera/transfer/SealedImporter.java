package dev.tessera.transfer;

import dev.tessera.crypto.Passphrase;

/// Reads the files of a program that seals each of them.
public interface SealedImporter extends Importer {

    @Override
    default boolean isSealed(ImportFile file) {
        return true;
    }

    @Override
    default Import read(ImportFile file) {
        throw new AssertionError("each of these files is sealed");
    }

    @Override
    Import open(ImportFile file, Passphrase passphrase) throws ImportException;
}
