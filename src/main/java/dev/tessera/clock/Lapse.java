package dev.tessera.clock;

/// Why an offset that was applied is no longer used: the clock may be right by now.
public enum Lapse {
    /// It was set since.
    CLOCK_SET,
    /// The computer was started anew since, and its clock with it.
    RESTARTED,
    /// The system keeps it right by the network now, which it did not when it was measured.
    FOLLOWS_NETWORK,
    /// That was too long ago.
    OLD,
    /// What was kept cannot be read.
    UNREADABLE
}
