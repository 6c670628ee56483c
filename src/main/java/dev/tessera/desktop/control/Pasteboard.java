package dev.tessera.desktop.control;

/// The system's clipboard; called on the toolkit's thread alone.
public interface Pasteboard extends Offer {
    /// Puts a code there, marked as a secret where the system has a mark.
    void putSecret(String text);

    /// Empties it.
    void clear();
}
