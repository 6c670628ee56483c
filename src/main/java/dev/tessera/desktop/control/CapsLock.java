package dev.tessera.desktop.control;

import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// Says "Caps Lock is on" in a field that hides what is typed.
public final class CapsLock {
    private CapsLock() {}

    /// `field` with the hint at its end.
    public static StackPane over(PassphraseField field) {
        var hint = Nodes.line("muted", "small");
        hint.setText(Messages.text("field.caps-lock"));
        hint.setMouseTransparent(true);
        hint.setVisible(false);
        Runnable look = () -> hint.setVisible(
                field.isFocused() && Platform.isKeyLocked(KeyCode.CAPS).orElse(false));
        field.addEventHandler(KeyEvent.KEY_RELEASED, _ -> look.run());
        field.focusedProperty().subscribe(look);
        var stack = new StackPane(field, hint);
        StackPane.setAlignment(hint, Pos.CENTER_RIGHT);
        StackPane.setMargin(hint, new Insets(0, 14, 0, 0));
        return stack;
    }
}
