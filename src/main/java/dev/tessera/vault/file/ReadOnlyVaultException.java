package dev.tessera.vault.file;

import java.io.Serial;

/// A later release wrote the vault; this one can show it, but would spoil it by saving.
public final class ReadOnlyVaultException extends VaultException {
    @Serial
    private static final long serialVersionUID = 1L;

    ReadOnlyVaultException() {
        super(
                "A later version of Tessera wrote this vault, so this version can only show it."
                        + " Install the newest version to change it.",
                null);
    }
}
