package dev.tessera.demo.account;

/// More passwords wait to be checked than the machine takes on; the person tries again in a moment.
public final class BusyException extends Exception {
    private static final long serialVersionUID = 1;

    BusyException() {
        super("too many log-ins at once");
    }
}
