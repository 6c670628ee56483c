package dev.tessera.desktop.control;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The system's clipboard; called on the toolkit's thread alone.
public interface Pasteboard {
    /// Puts a code there, marked as a secret where the system has a mark.
    void putSecret(String text);

    /// Empties it.
    void clear();

    /// The text there.
    Optional<String> text();

    /// The picture there.
    Optional<BufferedImage> picture();

    /// The files copied in a file browser.
    List<Path> files();
}
