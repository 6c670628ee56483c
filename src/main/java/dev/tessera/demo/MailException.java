package dev.tessera.demo;

/// A mail was not taken by the mail server, so what depends on it has not happened.
final class MailException extends Exception {
    private static final long serialVersionUID = 1;

    MailException(String message, Throwable cause) {
        super(message, cause);
    }
}
