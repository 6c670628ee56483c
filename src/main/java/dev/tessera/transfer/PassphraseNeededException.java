package dev.tessera.transfer;

import java.io.Serial;

/// The file is sealed, and no passphrase was given.
public final class PassphraseNeededException extends ImportException {
    @Serial
    private static final long serialVersionUID = 1L;

    public PassphraseNeededException(String formatName) {
        super("This file of " + formatName + " is sealed. Give the passphrase with which it was exported.");
    }
}
