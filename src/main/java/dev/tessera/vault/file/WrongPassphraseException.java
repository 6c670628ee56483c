package dev.tessera.vault.file;

import java.io.Serial;

/// The passphrase opens no slot of the vault, and no slot is damaged by accident: each carries a
/// fingerprint of itself.
public final class WrongPassphraseException extends VaultException {
    @Serial
    private static final long serialVersionUID = 1L;

    WrongPassphraseException() {
        super("This is not the passphrase of this vault. Check capitals and keyboard layout, and try again.", null);
    }
}
