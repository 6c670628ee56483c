package dev.tessera.desktop.control;

import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Scene;

/// The look of a scene: AtlantaFX underneath, our palette and one style sheet a feature above.
///
/// Light and dark are one set of sheets: the palette asks the scene's preferred colour scheme, which
/// follows the system until somebody sets it with `scene.getPreferences().setColorScheme(…)`.
public final class Theme {

    private Theme() {}

    /// Dresses `scene`.
    public static void dress(Scene scene) {
        Fonts.load();
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(Stream.of("palette", "base", "control", "unlock", "entries", "add", "vault")
                        .map(Theme::sheet)
                        .toList());
    }

    private static String sheet(String name) {
        URL url = Theme.class.getResource("/dev/tessera/desktop/" + name + ".css");
        return Objects.requireNonNull(url, "the style sheet is part of the product")
                .toExternalForm();
    }
}
