package dev.tessera.scan;

import java.io.IOException;

/// The clipboard could not be reached; the message says why and what to do next, for a person.
public final class ClipboardException extends IOException {
    private static final long serialVersionUID = 1;

    public ClipboardException(String message) {
        super(message);
    }
}
