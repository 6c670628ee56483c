package dev.tessera.clock;

/// What came of asking one server.
public sealed interface Answer {
    /// Who was asked.
    TimeServer server();

    /// It told the time.
    ///
    /// @param offset of this computer's clock, by this server
    record Told(TimeServer server, Offset offset) implements Answer {}

    /// It told nothing that can be used.
    ///
    /// @param detail such as the code by which it asks to be left alone; may be empty
    record Useless(TimeServer server, Reason reason, String detail) implements Answer {}

    /// Why an answer cannot be used.
    enum Reason {
        /// Its name is not known here.
        UNKNOWN_NAME,
        /// The network does not reach it, or nothing listens there.
        UNREACHABLE,
        /// Nothing came back in time.
        SILENT,
        /// It asks to be left alone (a "kiss of death").
        UNWILLING,
        /// It does not know the time itself.
        UNSET,
        /// What came back is no answer to what was asked: old, or somebody else's.
        FOREIGN,
        /// What came back contradicts itself.
        NONSENSE
    }
}
