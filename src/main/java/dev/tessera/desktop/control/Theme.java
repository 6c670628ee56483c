package dev.tessera.desktop.control;

import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;

/// The look of a scene: AtlantaFX underneath, our palette and one style sheet a feature above.
///
/// Light and dark are one set of sheets: the palette asks the scene's preferred colour scheme, which
/// follows the system until somebody sets it with `scene.getPreferences().setColorScheme(…)`.
public final class Theme {
    private static final double FONT_SIZE = 14;

    private Theme() {}

    /// Dresses `scene`.
    public static void dress(Scene scene) {
        Fonts.load();
        IconFonts.prepare();
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(Stream.of("palette", "base", "control", "unlock", "entries", "add", "vault", "settings", "pick")
                        .map(Theme::sheet)
                        .toList());
    }

    /// Paints what matters in another colour than ours.
    ///
    /// @param palette declarations for the root; empty: our own
    public static void accent(Scene scene, Optional<String> palette) {
        own(scene, "accent", palette.map(declarations -> ".root {" + declarations + "}"));
    }

    /// Menus, lists and hints lie in windows of their own, which a [Zoom] does not reach.
    ///
    /// @param factor how much larger all is
    public static void popups(Scene scene, double factor) {
        own(
                scene,
                "popups",
                factor == 1
                        ? Optional.empty()
                        : Optional.of(".context-menu, .tooltip, .combo-box-popup {-fx-font-size: %spx;}"
                                .formatted(Math.round(FONT_SIZE * factor))));
    }

    /// A style sheet that is made here, in the place of the one of this name.
    private static void own(Scene scene, String name, Optional<String> css) {
        var sheet = css.map(text ->
                "data:text/css;base64," + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        var before = scene.getProperties().put(Theme.class.getName() + "." + name, sheet.orElse(""));
        scene.getStylesheets().remove(before);
        sheet.ifPresent(scene.getStylesheets()::add);
    }

    private static String sheet(String name) {
        URL url = Theme.class.getResource("/dev/tessera/desktop/" + name + ".css");
        return Objects.requireNonNull(url, "the style sheet is part of the product")
                .toExternalForm();
    }
}
