package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.control.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/// Pictures of screens in light and dark, in `target/gallery/`, for whoever changes a screen to look at.
public final class Gallery {
    private static final Path FOLDER =
            Path.of(System.getProperty("tessera.target", "target")).resolve("gallery");

    private Gallery() {}

    /// Those in which every screen is pictured: English, with `-Dtessera.gallery=all` a long one and one from right
    /// to left, too, with `-Dtessera.gallery=every` all of them.
    static List<Language> languages() {
        return switch (System.getProperty("tessera.gallery", "")) {
            case "all" -> List.of(Language.ENGLISH, Language.GERMAN, Language.ARABIC);
            case "every" -> List.of(Language.values());
            default -> List.of(Language.ENGLISH);
        };
    }

    /// Whether each screen is pictured twice as large, too.
    static boolean isTwiceAsLarge() {
        return System.getProperty("tessera.gallery") != null;
    }

    /// Pictures `scene` twice, and looks whether each text in it can be read and each button is in it; on the
    /// toolkit's thread.
    public static void picture(Scene scene, String name) {
        picture(scene, name, ColorScheme.DARK);
        picture(scene, name, ColorScheme.LIGHT);
    }

    private static void picture(Scene scene, String name, ColorScheme scheme) {
        scene.getPreferences().setColorScheme(scheme);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        try {
            Files.createDirectories(FOLDER);
            var file = FOLDER.resolve(name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(ShownContrast.tooLow(scene))
                .as("hard to read in %s, %s", name, scheme)
                .isEmpty();
        assertThat(beyondTheSides(scene)).as("beyond the sides in %s", name).isEmpty();
    }

    /// Sheets and buttons that a window of this width cuts.
    private static List<String> beyondTheSides(Scene scene) {
        return Stream.of(".tessera-sheet", ".button")
                .flatMap(selector -> scene.getRoot().lookupAll(selector).stream())
                .filter(Gallery::isShown)
                .filter(node -> {
                    var bounds = node.localToScene(node.getLayoutBounds());
                    return bounds.getMinX() < -0.5 || bounds.getMaxX() > scene.getWidth() + 0.5;
                })
                .map(node -> node + " " + node.localToScene(node.getLayoutBounds()))
                .toList();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }
}
