package dev.tessera.scan;

import java.io.IOException;

/// The screen could not be captured; the message says why and what to do next, for a person.
public final class ScreenCaptureException extends IOException {
    private static final long serialVersionUID = 1;

    public ScreenCaptureException(String message) {
        super(message);
    }

    ScreenCaptureException(String message, Throwable cause) {
        super(message, cause);
    }
}
