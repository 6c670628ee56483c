package dev.tessera.scan;

/// Why no code was read in a picture.
public enum NotFoundReason {
    /// Nothing looks like the three corner squares of a QR code.
    NO_FINDER_PATTERN,
    /// Some corner squares, but no three that belong together: cut off or covered.
    CORNER_MISSING,
    /// The time was over before the picture had been looked at once: the machine is busy.
    OUT_OF_TIME,
    /// A code is there, but has too few pixels for each of its squares.
    TOO_SMALL,
    /// A code is there, but too many of its squares were misread.
    DAMAGED
}
