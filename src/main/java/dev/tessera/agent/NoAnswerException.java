package dev.tessera.agent;

import java.io.Serial;

/// Somebody has the vault open and does not answer: it is stopped, or busy with something else.
public final class NoAnswerException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    NoAnswerException() {
        super("the program that has the vault open does not respond");
    }
}
