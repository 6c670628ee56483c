package dev.tessera.walk;

import dev.tessera.desktop.control.Pasteboard;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A clipboard of the walk's own: that of the person is left alone.
final class MemoryPasteboard implements Pasteboard {
    private Optional<String> text = Optional.empty();

    @Override
    public void putSecret(String newText) {
        text = Optional.of(newText);
    }

    @Override
    public void clear() {
        text = Optional.empty();
    }

    @Override
    public Optional<String> text() {
        return text;
    }

    @Override
    public Optional<BufferedImage> picture() {
        return Optional.empty();
    }

    @Override
    public List<Path> files() {
        return List.of();
    }
}
