package dev.tessera.vault.file;

import java.io.Serial;

/// The file is a vault, but no copy of this one.
public final class NotThisVaultException extends VaultException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotThisVaultException() {
        super(
                "This file is a different vault, not a copy of yours. Choose a copy, or open that vault by itself.",
                null);
    }
}
