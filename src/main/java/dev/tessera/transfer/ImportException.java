package dev.tessera.transfer;

import java.io.IOException;
import java.io.Serial;
import java.util.Objects;

/// A whole file that cannot be read: what is wrong and the next step, in sentences for a person. No secret and nothing
/// else of the file's content is in them.
public abstract sealed class ImportException extends IOException
        permits PassphraseNeededException,
                WrongImportPassphraseException,
                UnsupportedImportException,
                DamagedImportException,
                CostlyImportException {
    @Serial
    private static final long serialVersionUID = 1L;

    ImportException(String sentences) {
        super(sentences);
    }

    /// Never null, unlike that of other exceptions.
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
