package dev.tessera.agent;

/// Who may have a vault open: one of each at most.
public enum Seat {
    /// The window.
    WINDOW("open"),
    /// `tessera agent`
    AGENT("agent");

    private final String use;

    Seat(String use) {
        this.use = use;
    }

    /// The end of the name of its socket.
    String use() {
        return use;
    }
}
