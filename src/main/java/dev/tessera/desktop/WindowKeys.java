package dev.tessera.desktop;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys that work anywhere in the window while a vault is open.
final class WindowKeys {
    private static final KeyCombination FIND = shortcut(KeyCode.F);
    private static final KeyCombination ADD = shortcut(KeyCode.N);
    private static final KeyCombination LOCK = shortcut(KeyCode.L);
    private static final KeyCombination PASTE = shortcut(KeyCode.V);
    private static final KeyCombination UNDO = shortcut(KeyCode.Z);
    private static final KeyCombination SETTINGS = shortcut(KeyCode.COMMA);
    private static final KeyCombination HELP = new KeyCodeCombination(KeyCode.F1);
    private static final KeyCombination SCAN = shiftedShortcut(KeyCode.S);
    private static final KeyCombination REGION = shiftedShortcut(KeyCode.R);

    private final TesseraWindow window;

    WindowKeys(TesseraWindow window) {
        this.window = window;
    }

    void install(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> window.open().ifPresent(vault -> {
                    if (act(vault, event)) {
                        event.consume();
                    }
                }));
    }

    private boolean act(OpenVault vault, KeyEvent event) {
        boolean inText = event.getTarget() instanceof TextInputControl text
                && !text.getText().isEmpty();
        if (LOCK.match(event)) {
            window.lock(LockReason.KEY);
        } else if (vault.isLookedAfter()) {
            return false;
        } else if (SCAN.match(event) && vault.adding().takesMore()) {
            vault.adding().scanScreen();
        } else if (REGION.match(event) && vault.adding().takesMore()) {
            vault.adding().scanRegion();
        } else if (PASTE.match(event) && !inText && vault.adding().takesMore()) {
            vault.adding().paste();
        } else if (vault.list().isDisabled()) {
            return false; // a sheet is open and has the other keys
        } else if (FIND.match(event)) {
            vault.list().focusSearch();
        } else if (ADD.match(event)) {
            vault.adding().choose();
        } else if (SETTINGS.match(event)) {
            vault.settings().open();
        } else if (HELP.match(event)) {
            vault.keysProperty().set(true);
        } else if (UNDO.match(event) && !inText) {
            vault.entries().undo();
        } else {
            return false;
        }
        return true;
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination shiftedShortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
