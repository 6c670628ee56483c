package dev.tessera.desktop.control;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What another program offers, by the clipboard or by dragging it here; called on the toolkit's thread alone.
public interface Offer {
    /// The text there.
    Optional<String> text();

    /// The picture there.
    Optional<BufferedImage> picture();

    /// The files copied or dragged from a file browser.
    List<Path> files();
}
