package dev.tessera.transfer;

import java.io.Serial;

/// The file is not what its format asks for.
public final class DamagedImportException extends ImportException {
    @Serial
    private static final long serialVersionUID = 1L;

    public DamagedImportException(String sentences) {
        super(sentences);
    }
}
