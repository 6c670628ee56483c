package dev.tessera.vault.file;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The file is not a vault, or not one that Tessera wrote like this: damaged, cut off or tampered with.
public final class CorruptVaultException extends VaultException {
    @Serial
    private static final long serialVersionUID = 1L;

    CorruptVaultException(String what) {
        this(what, null);
    }

    CorruptVaultException(String what, @Nullable Throwable cause) {
        super(
                "The vault file is damaged: " + what
                        + ". Nothing was changed. Open the newest backup from the folder next to it whose name ends in "
                        + Backups.FOLDER_SUFFIX + ".",
                cause);
    }
}
