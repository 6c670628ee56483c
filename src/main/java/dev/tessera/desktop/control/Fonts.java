package dev.tessera.desktop.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The fonts that we bring: Inter, whose figures are told apart at a glance. Scripts that it lacks come from the
/// system.
final class Fonts {
    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-SemiBold.otf");
    private static boolean loaded;

    private Fonts() {}

    /// Once for the whole process: the toolkit keeps them.
    static synchronized void load() {
        if (loaded) {
            return;
        }
        FILES.forEach(Fonts::load);
        loaded = true;
    }

    private static void load(String file) {
        try (InputStream font = Fonts.class.getResourceAsStream("/dev/tessera/desktop/fonts/" + file)) {
            if (font == null) {
                throw new AssertionError("the font is part of the product: " + file);
            }
            Font.loadFont(font, -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
