package dev.tessera.transfer;

import java.io.Serial;

/// The file does not open: nobody can tell a wrong passphrase from a damaged file.
public final class WrongImportPassphraseException extends ImportException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String SENTENCES =
            "The passphrase is wrong, or the file is damaged. Try the passphrase the file was exported with.";

    public WrongImportPassphraseException() {
        super(SENTENCES);
    }

    /// @param more a sentence about what else opens such a file
    public WrongImportPassphraseException(String more) {
        super(SENTENCES + " " + more);
    }
}
