package dev.tessera.transfer;

import java.io.Serial;

/// The file is sealed, and no passphrase was given.
public final class PassphraseNeededException extends ImportException {
    @Serial
    private static final long serialVersionUID = 1L;

    public PassphraseNeededException(String formatName) {
        super("This file (" + formatName + ") is encrypted. Enter the passphrase it was exported with.");
    }
}
