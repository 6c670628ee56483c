package dev.tessera.desktop;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.control.Messages;
import dev.tessera.desktop.control.Zoom;
import dev.tessera.desktop.pick.PickView;
import dev.tessera.desktop.pick.PickViewModel;
import dev.tessera.desktop.pick.PickViewModel.Phase;
import dev.tessera.desktop.settings.Setting;
import dev.tessera.desktop.settings.Settings;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The search for one code, above all other windows. It is gone when it was left, when a code was copied, and when
/// another window gets the keys. Use it on the toolkit's thread.
final class PickWindow {
    private static final Dress.Measures MEASURES = new Dress.Measures(460, 400, 300, 200);

    private final Stage stage;
    private final PickView view;

    /// Fills `stage`; does not show it.
    PickWindow(Stage stage, PickViewModel model, Settings settings) {
        this(stage, model, settings, stage.focusedProperty());
    }

    /// @param hasKeys whether it gets the keys; JavaFX without a desktop never takes them away
    PickWindow(Stage stage, PickViewModel model, Settings settings, ObservableValue<Boolean> hasKeys) {
        this.stage = stage;
        var language = settings.of(Setting.LANGUAGE)
                .get()
                .orElseGet(() -> Language.nearest(Locale.getDefault(Locale.Category.DISPLAY)));
        Messages.speak(language);
        this.view = new PickView(model);
        var root = new StackPane();
        var zoom = new Zoom(root);
        root.getChildren().setAll(List.of(view));
        var scene = new Scene(zoom);
        var dress = new Dress(stage, scene, zoom, settings, MEASURES);
        dress.turn(language.isRightToLeft());
        dress.putOn();
        stage.setTitle(text("pick.title"));
        stage.setScene(scene);
        stage.setAlwaysOnTop(true);
        stage.setOnCloseRequest(_ -> model.leave());
        hasKeys.subscribe((had, has) -> {
            if (had && !has) {
                model.leave();
            }
        });
        model.phaseProperty().subscribe(phase -> {
            if (phase != Phase.SHOWN) {
                stage.hide();
            }
        });
    }

    /// Shows it in the upper half of the screen, with the caret in its line.
    void show() {
        stage.show();
        var room = Screen.getPrimary().getVisualBounds();
        stage.setX(room.getMinX() + (room.getWidth() - stage.getWidth()) / 2);
        stage.setY(room.getMinY() + (room.getHeight() - stage.getHeight()) / 4);
        stage.toFront();
        stage.requestFocus();
        view.focusSearch();
    }
}
