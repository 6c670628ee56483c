package dev.tessera.desktop.control;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Room for one [Sheet] at a time over the window, which is dimmed behind it. Escape asks to leave it.
public abstract class Sheets extends StackPane {
    private Runnable wipe = () -> {};

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

    /// Takes the sheet away and forgets what was typed into it.
    ///
    /// @param shown whether another one follows
    protected final void begin(boolean shown) {
        setVisible(shown);
        getChildren().clear();
        wipe.run();
        wipe = () -> {};
    }

    /// Asks for the passphrase; what was typed is forgotten when the sheet goes.
    protected final void put(PassphraseSheet asking) {
        wipe = asking.field()::clear;
        put(asking.sheet(), asking.field());
    }

    /// Says that something takes its time.
    protected final void putWorking(String heading, String what, Button... buttons) {
        var row = new HBox(14, Waiting.turning(), Nodes.label(what, "body"));
        row.setAlignment(Pos.CENTER_LEFT);
        put(new Sheet(heading).body(row).buttons(buttons), buttons.length == 0 ? this : buttons[0]);
    }

    /// Shows a sheet with secrets in it.
    ///
    /// @param forget is run when it goes
    protected final void put(Sheet sheet, Node focus, Runnable forget) {
        wipe = forget;
        put(sheet, focus);
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
