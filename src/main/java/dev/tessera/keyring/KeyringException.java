package dev.tessera.keyring;

import dev.tessera.bus.BusException;
import java.io.IOException;
import java.io.Serial;

/// The keyring of the desktop did not do it. The message is a sentence for a person and holds no secret.
public final class KeyringException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    KeyringException(BusException cause) {
        super(cause.getMessage(), cause);
    }

    KeyringException(String message) {
        super(message);
    }
}
