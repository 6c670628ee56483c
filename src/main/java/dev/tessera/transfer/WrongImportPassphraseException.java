package dev.tessera.transfer;

import java.io.Serial;

/// The file does not open: nobody can tell a wrong passphrase from a damaged file.
public final class WrongImportPassphraseException extends ImportException {
    @Serial
    private static final long serialVersionUID = 1L;

    public WrongImportPassphraseException() {
        super("The passphrase is wrong, or the file is damaged. Try the passphrase with which the file was exported.");
    }
}
