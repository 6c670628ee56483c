package dev.tessera.vault.file;

import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why a vault cannot be opened or saved. The message is a sentence for a person, with the next step.
public abstract sealed class VaultException extends IOException
        permits CorruptVaultException,
                InsufficientMemoryException,
                NotSavedException,
                NotThisVaultException,
                ReadOnlyVaultException,
                UnsupportedVaultVersionException,
                WrongPassphraseException {
    @Serial
    private static final long serialVersionUID = 1L;

    VaultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// Never null, unlike that of other exceptions.
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
