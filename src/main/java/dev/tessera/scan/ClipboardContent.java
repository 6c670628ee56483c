package dev.tessera.scan;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/// What the clipboard held, as far as it can hold a QR code or a link.
public sealed interface ClipboardContent {
    /// A picture, as a screenshot tool or a browser copies it.
    record Picture(BufferedImage image) implements ClipboardContent {}

    /// Files, as a file manager copies them; at least one.
    record Files(List<Path> paths) implements ClipboardContent {
        public Files {
            paths = List.copyOf(paths);
        }
    }

    /// Text that is not empty. It may hold a secret, and hides itself.
    record Text(String text) implements ClipboardContent {
        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /// Nothing, or nothing of these.
    record Nothing() implements ClipboardContent {}
}
