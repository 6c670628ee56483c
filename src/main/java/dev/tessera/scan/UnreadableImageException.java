package dev.tessera.scan;

import java.io.IOException;

/// A picture that cannot be read; the message says why, for a person.
public final class UnreadableImageException extends IOException {
    private static final long serialVersionUID = 1;

    public UnreadableImageException(String message) {
        super(message);
    }

    UnreadableImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
