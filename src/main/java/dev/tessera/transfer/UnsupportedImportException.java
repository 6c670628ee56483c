package dev.tessera.transfer;

import java.io.Serial;

/// It is known what the file is, or that nobody knows it, and it can not be read; the message names the way that works.
public final class UnsupportedImportException extends ImportException {
    @Serial
    private static final long serialVersionUID = 1L;

    public UnsupportedImportException(String sentences) {
        super(sentences);
    }
}
