package dev.tessera.transfer;

import java.io.Serial;

/// The file is too large or too deep, or its passphrase costs more than this program may spend.
public final class CostlyImportException extends ImportException {
    @Serial
    private static final long serialVersionUID = 1L;

    public CostlyImportException(String sentences) {
        super(sentences);
    }
}
