package dev.tessera.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers what happened to it.
final class FakeClipboard implements Clipboard {
    final List<String> history = new ArrayList<>();

    @Nullable
    BufferedImage picture;

    boolean there = true;

    @Override
    public void requireThere() throws IOException {
        if (!there) {
            throw new IOException("There is no clipboard here. Run this in a desktop session.");
        }
    }

    @Override
    public Optional<BufferedImage> picture() throws IOException {
        requireThere();
        return Optional.ofNullable(picture);
    }

    @Override
    public Copied copy(String text) {
        history.add("copied " + text);
        return new Copied() {
            @Override
            public void await(Duration time) {
                history.add("waited " + time.toSeconds() + " s");
            }

            @Override
            public void close() {
                history.add("cleared");
            }
        };
    }
}
