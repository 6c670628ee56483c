package dev.tessera.vault.file;

import java.io.Serial;

/// The file is a vault, but no copy of this one.
public final class NotThisVaultException extends VaultException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotThisVaultException() {
        super("This file is another vault, not a copy of yours. Name a copy, or open the other vault by itself.", null);
    }
}
