package dev.tessera.vault.file;

import java.io.Serial;

/// A later release wrote the file, in a format that this one does not know.
public final class UnsupportedVaultVersionException extends VaultException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int version;

    UnsupportedVaultVersionException(int version) {
        super(
                "This vault has format version " + version + "; this version of Tessera reads format version "
                        + VaultHeader.VERSION + ". Install the newest version to open it.",
                null);
        this.version = version;
    }

    /// The version that the file names.
    public int version() {
        return version;
    }
}
