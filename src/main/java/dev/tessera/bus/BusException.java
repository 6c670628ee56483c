package dev.tessera.bus;

import java.io.IOException;
import java.io.Serial;

/// The bus, or who is called on it, did not do it. The message is a sentence for a person and holds none of the values.
public final class BusException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    BusException(String message, Throwable cause) {
        super(message, cause);
    }

    BusException(String message) {
        super(message);
    }
}
