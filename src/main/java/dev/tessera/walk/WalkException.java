package dev.tessera.walk;

import java.io.IOException;
import java.io.Serial;

/// The walk cannot go on. The message says where it stopped and what was seen there; it holds no secret.
public final class WalkException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    WalkException(String message) {
        super(message);
    }
}
