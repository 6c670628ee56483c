package dev.tessera.vault.file;

import java.io.Serial;

/// A kind of code that this release does not know; the entry is set aside.
final class UnknownKindException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownKindException() {
        super("the kind of code is unknown");
    }
}
