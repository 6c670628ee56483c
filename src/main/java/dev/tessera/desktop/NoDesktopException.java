package dev.tessera.desktop;

import java.io.IOException;

/// The window cannot be shown on this computer; the message says why and what to do, for a person.
public final class NoDesktopException extends IOException {
    private static final long serialVersionUID = 1;

    NoDesktopException(String message) {
        super(message);
    }
}
