package dev.tessera.desktop;

/// Why the window is locked.
public enum LockReason {
    /// The person said so, by a key, a button or a command.
    KEY,
    /// Nobody touched the window for a while.
    IDLE,
    /// The window was minimised.
    MINIMISED,
    /// The session of the desktop was locked, or its screen saver came on.
    SESSION,
    /// The computer is about to sleep.
    SLEEP
}
