package dev.tessera.scan.detect;

import java.util.List;

/// What a search saw.
///
/// @param symbols every code read, in the order in which they were read
/// @param best how far the search came with what it could not read
/// @param complete whether the search came to its end: false when its time was over or it was called off
public record Sighting(List<Symbol> symbols, Stage best, boolean complete) {
    public Sighting {
        symbols = List.copyOf(symbols);
    }

    /// How far a search came with a code that it did not read, from nothing to almost.
    public enum Stage {
        /// No corner square anywhere.
        NOTHING,
        /// Corner squares, but no three that belong together.
        CORNERS,
        /// The time was over before the picture had been looked at once.
        CUT_SHORT,
        /// Three corner squares of one code, with hardly a pixel for each module.
        TOO_FINE,
        /// The modules of a code, too many of them wrong.
        MODULES
    }
}
