package dev.tessera.desktop.entries;

import java.util.Optional;

/// One line at the foot of the window that goes away by itself.
///
/// @param text for the person
/// @param undo takes the change back, where there is one
public record Notice(String text, Optional<Runnable> undo) {
    static Notice of(String text) {
        return new Notice(text, Optional.empty());
    }
}
