package dev.tessera.desktop.control;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// Room for one [Sheet] at a time over the window, which is dimmed behind it. Escape asks to leave it.
public abstract class Sheets extends StackPane {
    /// @param leave what Escape does
    protected Sheets(Runnable leave) {
        getStyleClass().add("scrim");
        setPadding(new Insets(16));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
    }

    /// Shows a sheet in the place of the one before.
    ///
    /// @param focus the node in it that has the keys first
    protected final void put(Sheet sheet, Node focus) {
        getChildren().setAll(List.of(sheet));
        // What scrolls is part of the scene only once its skin is made, and only then can it take the focus.
        Platform.runLater(() -> {
            sheet.applyCss();
            sheet.layout();
            focus.requestFocus();
        });
    }
}
