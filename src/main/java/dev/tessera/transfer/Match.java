package dev.tessera.transfer;

/// How well a file fits a format, by its content.
public enum Match {
    /// It is something else.
    NO,
    /// Nothing speaks against it and nothing for it: only a trial shows.
    POSSIBLE,
    /// It bears the format's marks.
    SURE;

    /// Of a mark that is there or not.
    public static Match when(boolean marked) {
        return marked ? SURE : NO;
    }
}
