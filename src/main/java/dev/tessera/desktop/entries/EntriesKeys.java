package dev.tessera.desktop.entries;

import dev.tessera.vault.Entry;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
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
    private final Node list;
    private final Choice choice;

    EntriesKeys(EntriesViewModel model, EntriesView view, TextField search, Node list, Choice choice) {
        this.model = model;
        this.view = view;
        this.search = search;
        this.list = list;
        this.choice = choice;
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
            choice.choose(-1);
        } else {
            choice.choose(0);
        }
    }

    private void typed(KeyEvent event) {
        boolean isShortcut = event.isControlDown() || event.isMetaDown() || event.isAltDown();
        var sign = event.getCharacter();
        if (sign.equals("?") && isEmpty(search) && !isInText(event)) {
            view.showKeys();
            event.consume();
            return;
        }
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
        if (event.isAltDown()) {
            if (moveByHand(event.getCode())) {
                event.consume();
            }
            return;
        }
        boolean handled = switch (event.getCode()) {
            case ESCAPE -> clearSearch();
            case ENTER -> copyChosen();
            case UP -> search.isFocused() && move(-choice.columns());
            case DOWN -> search.isFocused() && move(choice.columns());
            case LEFT -> list.isFocused() && move(-1);
            case RIGHT -> list.isFocused() && move(1);
            case SPACE -> list.isFocused() && uncover();
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
        return choice.entry();
    }

    private boolean move(int by) {
        boolean moved = choice.move(by);
        view.pseudoClassStateChanged(KEYBOARD, moved && search.isFocused());
        return moved;
    }

    private boolean uncover() {
        chosen().map(Entry::id).ifPresent(model.hidden()::toggle);
        return chosen().isPresent();
    }

    /// Puts the chosen card in the place of its neighbour, where the list is ordered by hand.
    private boolean moveByHand(KeyCode code) {
        int by = switch (code) {
            case UP -> -choice.columns();
            case DOWN -> choice.columns();
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        int from = choice.index();
        int to = from + by;
        if (by == 0 || from < 0 || to < 0 || to >= model.shown().size()) {
            return false;
        }
        model.take(model.shown().get(from), model.shown().get(to));
        return true;
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
