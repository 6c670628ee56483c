package dev.tessera.desktop;

import dev.tessera.desktop.control.Pasteboard;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A clipboard in memory.
public final class FakePasteboard implements Pasteboard {
    public Optional<String> text = Optional.empty();
    public Optional<BufferedImage> picture = Optional.empty();
    public List<Path> files = List.of();

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
        return picture;
    }

    @Override
    public List<Path> files() {
        return files;
    }
}
