package dev.tessera.desktop.control;

import java.util.Arrays;
import javafx.geometry.Point2D;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keyboard and input methods of a [PassphraseField].
final class PassphraseKeys {
    private static final char FIRST_PRINTABLE = ' ';
    private static final char DELETE = '\u007f';

    private final PassphraseField field;
    private final SecretText text;

    PassphraseKeys(PassphraseField field) {
        this.field = field;
        this.text = field.secretText();
    }

    void install() {
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        // With requests set, the system composes dead keys and scripts, and sends what came of them.
        field.setInputMethodRequests(new NothingComposed());
        field.setOnInputMethodTextChanged(this::composed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            field.fire();
            event.consume();
        } else if (event.isShortcutDown() ? shortcut(event.getCode()) : edit(event)) {
            field.changed();
            event.consume();
        }
    }

    private boolean edit(KeyEvent event) {
        boolean extend = event.isShiftDown();
        switch (event.getCode()) {
            case BACK_SPACE -> text.deleteBefore();
            case DELETE -> text.deleteAfter();
            case LEFT, KP_LEFT -> text.moveLeft(extend);
            case RIGHT, KP_RIGHT -> text.moveRight(extend);
            case HOME -> text.moveTo(0, extend);
            case END -> text.moveTo(text.length(), extend);
            case INSERT -> {
                if (!extend) {
                    return false;
                }
                field.paste();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean shortcut(KeyCode code) {
        switch (code) {
            case A -> text.selectAll();
            case V -> field.paste();
            case BACK_SPACE -> {
                text.moveTo(0, true);
                text.deleteBefore();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void typed(KeyEvent event) {
        var sign = event.getCharacter();
        // AltGr arrives as Ctrl+Alt on Windows and types signs; Ctrl or Cmd alone is a shortcut.
        boolean isShortcut = (event.isControlDown() || event.isMetaDown()) && !event.isAltDown();
        if (isShortcut || sign.isEmpty() || sign.charAt(0) < FIRST_PRINTABLE || sign.charAt(0) == DELETE) {
            return;
        }
        take(sign);
        event.consume();
    }

    private void composed(InputMethodEvent event) {
        if (!event.getCommitted().isEmpty()) {
            take(event.getCommitted());
        }
        event.consume();
    }

    private void take(String signs) {
        char[] characters = signs.toCharArray();
        field.type(characters);
        Arrays.fill(characters, '\0');
    }

    /// We show dots, so there is nothing for an input method to look at.
    private final class NothingComposed implements InputMethodRequests {
        @Override
        public Point2D getTextLocation(int offset) {
            var bounds = field.localToScreen(field.getBoundsInLocal());
            return bounds == null ? Point2D.ZERO : new Point2D(bounds.getMinX(), bounds.getMaxY());
        }

        @Override
        public int getLocationOffset(int x, int y) {
            return 0;
        }

        @Override
        public void cancelLatestCommittedText() {}

        @Override
        public String getSelectedText() {
            return "";
        }
    }
}
