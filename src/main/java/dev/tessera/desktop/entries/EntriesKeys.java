package dev.tessera.desktop.entries;

import dev.tessera.vault.Entry;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the list: type to search from anywhere, arrows to choose, Enter to copy.
final class EntriesKeys {
    private static final PseudoClass KEYBOARD = PseudoClass.getPseudoClass("keyboard");
    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);

    private final EntriesViewModel model;
    private final EntriesView view;
    private final TextField search;
    private final ListView<Entry> list;

    EntriesKeys(EntriesViewModel model, EntriesView view, TextField search, ListView<Entry> list) {
        this.model = model;
        this.view = view;
        this.search = search;
        this.list = list;
    }

    void install() {
        view.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        search.focusedProperty()
                .subscribe(focused -> view.pseudoClassStateChanged(KEYBOARD, focused && !isEmpty(search)));
        model.queryProperty().addListener(_ -> searched());
    }

    private void searched() {
        view.pseudoClassStateChanged(KEYBOARD, search.isFocused() && !isEmpty(search));
        if (isEmpty(search)) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().selectFirst();
            list.scrollTo(0);
        }
    }

    private void typed(KeyEvent event) {
        boolean isShortcut = event.isControlDown() || event.isMetaDown() || event.isAltDown();
        var sign = event.getCharacter();
        if (isShortcut || sign.isBlank() || Character.isISOControl(sign.charAt(0)) || isInText(event)) {
            return;
        }
        search.requestFocus();
        search.end();
        search.appendText(sign);
        event.consume();
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.E) {
            if (view.editChosen()) {
                event.consume();
            }
            return;
        }
        if (event.isShortcutDown()) {
            digit(event.getCode()).filter(n -> n <= model.shown().size()).ifPresent(n -> {
                model.copy(model.shown().get(n - 1));
                event.consume();
            });
            return;
        }
        boolean handled = switch (event.getCode()) {
            case ESCAPE -> clearSearch();
            case ENTER -> copyChosen();
            case UP -> search.isFocused() && move(-1);
            case DOWN -> search.isFocused() && move(1);
            case DELETE -> list.isFocused() && bin();
            case F2 -> view.editChosen();
            case CONTEXT_MENU -> view.showMenu();
            case F10 -> event.isShiftDown() && view.showMenu();
            default -> false;
        };
        if (handled) {
            event.consume();
        }
    }

    private boolean clearSearch() {
        if (isEmpty(search)) {
            return false;
        }
        search.clear();
        return true;
    }

    private boolean copyChosen() {
        if (!search.isFocused() && !list.isFocused()) {
            return false;
        }
        var chosen = chosen();
        chosen.ifPresent(model::copy);
        return chosen.isPresent();
    }

    private boolean bin() {
        var entry = chosen();
        entry.ifPresent(model::moveToBin);
        return entry.isPresent();
    }

    private Optional<Entry> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private boolean move(int by) {
        int size = list.getItems().size();
        if (size > 0) {
            int index = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, size - 1);
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 1));
            view.pseudoClassStateChanged(KEYBOARD, true);
        }
        return size > 0;
    }

    private static boolean isEmpty(TextField field) {
        return field.getText().isEmpty();
    }

    private static boolean isInText(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl;
    }

    private static Optional<Integer> digit(KeyCode code) {
        int index = DIGITS.indexOf(code);
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }
}
