package dev.tessera.desktop;

import dev.tessera.desktop.control.AccentColour;
import dev.tessera.desktop.control.Theme;
import dev.tessera.desktop.control.Zoom;
import dev.tessera.desktop.settings.Setting;
import dev.tessera.desktop.settings.Setting.Accent;
import dev.tessera.desktop.settings.Setting.CodeSize;
import dev.tessera.desktop.settings.Settings;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The looks of the window as system and settings want them, followed while it is there.
final class Dress {
    private static final PseudoClass LARGE_CODES = PseudoClass.getPseudoClass("large-codes");
    private static final PseudoClass OTHER_WAY = PseudoClass.getPseudoClass("right-to-left-language");
    private static final Measures WINDOW = new Measures(500, 720, 380, 520);

    private final Stage stage;
    private final Scene scene;
    private final Zoom zoom;
    private final Settings settings;
    private final Measures measures;
    private final InvalidationListener accentChanged = _ -> colour();

    /// How large a window is at first, and at least, in dots at 100 %.
    record Measures(double width, double height, double leastWidth, double leastHeight) {}

    /// Of the window of the vault.
    Dress(Stage stage, Scene scene, Zoom zoom, Settings settings) {
        this(stage, scene, zoom, settings, WINDOW);
    }

    Dress(Stage stage, Scene scene, Zoom zoom, Settings settings, Measures measures) {
        this.measures = measures;
        this.stage = stage;
        this.scene = scene;
        this.zoom = zoom;
        this.settings = settings;
    }

    /// Puts it on, and changes it with the settings.
    void putOn() {
        Theme.dress(scene);
        settings.of(Setting.LOOK)
                .subscribe(look -> scene.getPreferences()
                        .setColorScheme(
                                switch (look) {
                                    case SYSTEM -> null;
                                    case LIGHT -> ColorScheme.LIGHT;
                                    case DARK -> ColorScheme.DARK;
                                }));
        settings.of(Setting.CODE_SIZE)
                .subscribe(size -> scene.getRoot().pseudoClassStateChanged(LARGE_CODES, size == CodeSize.LARGE));
        settings.of(Setting.SIZE).subscribe(this::size);
        settings.of(Setting.ACCENT).subscribe(_ -> colour());
        scene.getPreferences().colorSchemeProperty().subscribe(_ -> colour());
        // The toolkit lives longer than this window.
        Platform.getPreferences().accentColorProperty().addListener(new WeakInvalidationListener(accentChanged));
    }

    /// Turns it to the side from which the language is read.
    void turn(boolean rightToLeft) {
        scene.setNodeOrientation(rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        scene.getRoot().pseudoClassStateChanged(OTHER_WAY, rightToLeft);
    }

    private void size(int percent) {
        double factor = percent / 100.0;
        double before = zoom.factor();
        zoom.setFactor(factor);
        Theme.popups(scene, factor);
        var room = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(measures.leastWidth() * factor, room.getWidth()));
        stage.setMinHeight(Math.min(measures.leastHeight() * factor, room.getHeight()));
        if (factor != before || !stage.isShowing()) {
            double width = stage.isShowing() ? stage.getWidth() * factor / before : measures.width() * factor;
            double height = stage.isShowing() ? stage.getHeight() * factor / before : measures.height() * factor;
            stage.setWidth(Math.min(width, room.getWidth()));
            stage.setHeight(Math.min(height, room.getHeight()));
            if (stage.isShowing()) {
                stage.setX(Math.clamp(stage.getX(), room.getMinX(), room.getMaxX() - stage.getWidth()));
                stage.setY(Math.clamp(stage.getY(), room.getMinY(), room.getMaxY() - stage.getHeight()));
            }
        }
    }

    private void colour() {
        Optional<AccentColour> accent = settings.of(Setting.ACCENT).get() == Accent.SYSTEM
                ? AccentColour.ofTheSystem(Platform.getPreferences())
                : Optional.empty();
        Theme.accent(
                scene, accent.map(colour -> colour.css(scene.getPreferences().getColorScheme() == ColorScheme.DARK)));
    }
}
