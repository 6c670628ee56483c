package dev.tessera.transfer;

import dev.tessera.crypto.Passphrase;

/// Reads the files of one program.
public interface Importer {

    /// For the command line and JSON, never changed: `aegis`.
    String id();

    /// As people know the program: `Aegis`.
    String name();

    /// How well the content fits; the name of the file does not count.
    Match match(ImportFile file);

    /// Whether a passphrase is needed.
    default boolean isSealed(ImportFile file) {
        return false;
    }

    /// Reads a file that is not sealed and fits.
    ///
    /// @throws ImportException if the file as a whole cannot be read; one bad entry is no reason
    /// @throws java.util.concurrent.CancellationException if the thread was interrupted: nobody wants it any more
    Import read(ImportFile file) throws ImportException;

    /// Opens a sealed file that fits.
    ///
    /// @throws WrongImportPassphraseException if it does not open
    /// @throws ImportException if the file as a whole cannot be read
    default Import open(ImportFile file, Passphrase passphrase) throws ImportException {
        return read(file);
    }
}
