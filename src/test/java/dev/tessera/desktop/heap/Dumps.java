package dev.tessera.desktop.heap;

import java.util.List;
import java.util.stream.Stream;

/// The dumps of one sitting, by their names.
final class Dumps {
    /// The list, with a recovery key on top.
    static final String OPEN = "open";

    /// A secret is typed in.
    static final String TYPING = "typing";

    /// The passphrase is typed, before a QR code is shown.
    static final String PROVING = "proving";

    /// A QR code is shown.
    static final String SHOWING = "showing";

    /// Locked, with everything that was let go and not collected yet.
    static final String GARBAGE = "garbage";

    private static final List<String> MORE = List.of("recovery-key", "type-in", "edit", "preview");

    private Dumps() {}

    /// Locked, while this was shown.
    static String locked(String name) {
        return "locked-" + name;
    }

    /// Everything that was taken while a vault was open.
    static List<String> open() {
        return List.of(OPEN, TYPING, PROVING, SHOWING);
    }

    /// Everything that was taken of what a locked window holds.
    ///
    /// @param all whether it was locked in every state, or in a few
    static List<String> locked(boolean all) {
        return Stream.concat(Stream.of("list", "proving", "qr-code"), all ? MORE.stream() : Stream.of())
                .map(Dumps::locked)
                .toList();
    }
}
