package dev.tessera.desktop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PopupControl;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Every string that hangs on the open windows, seen or not: texts, prompts, tooltips, menus, what a screen reader is
/// told, user data and properties. On the toolkit's thread.
final class WindowStrings {
    private static final List<AccessibleAttribute> SPOKEN = List.of(
            AccessibleAttribute.TEXT,
            AccessibleAttribute.HELP,
            AccessibleAttribute.ROLE_DESCRIPTION,
            AccessibleAttribute.VALUE_STRING);

    private final BiConsumer<Optional<Node>, String> found;
    private final Set<Object> seen = new HashSet<>();

    private WindowStrings(BiConsumer<Optional<Node>, String> found) {
        this.found = found;
    }

    static List<String> all() {
        var all = new ArrayList<String>();
        each((_, text) -> all.add(text));
        return all;
    }

    /// Tells each string with the node that it hangs on, if that is one.
    static void each(BiConsumer<Optional<Node>, String> found) {
        var strings = new WindowStrings(found);
        List.copyOf(Window.getWindows()).forEach(strings::ofWindow);
    }

    private void ofWindow(Window window) {
        if (window instanceof Stage stage) {
            take(Optional.empty(), stage.getTitle());
        }
        take(Optional.empty(), window.getUserData());
        properties(Optional.empty(), window.hasProperties() ? window.getProperties() : Map.of());
        Scene scene = window.getScene();
        take(Optional.empty(), scene.getUserData());
        properties(Optional.empty(), scene.hasProperties() ? scene.getProperties() : Map.of());
        ofNode(scene.getRoot());
    }

    private void ofNode(Node node) {
        var here = Optional.of(node);
        take(here, node.getId());
        take(here, node.getUserData());
        take(here, node.getAccessibleText());
        take(here, node.getAccessibleHelp());
        take(here, node.getAccessibleRoleDescription());
        SPOKEN.forEach(attribute -> take(here, node.queryAccessibleAttribute(attribute)));
        properties(here, node.hasProperties() ? node.getProperties() : Map.of());
        switch (node) {
            case Text text -> take(here, text.getText());
            case Labeled labeled -> take(here, labeled.getText());
            case TextInputControl input -> {
                take(here, input.getText());
                take(here, input.getPromptText());
            }
            case ListView<?> list -> list.getItems().forEach(item -> take(here, item));
            case ComboBoxBase<?> box -> {
                take(here, box.getPromptText());
                take(here, box.getValue());
            }
            default -> {} // without a text of its own
        }
        if (node instanceof Control control) {
            take(here, control.getTooltip());
            take(here, control.getContextMenu());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::ofNode);
        }
    }

    private void properties(Optional<Node> node, Map<Object, Object> properties) {
        properties.forEach((key, value) -> {
            take(node, key);
            take(node, value);
        });
    }

    /// Whatever it is: a string, or something with strings.
    private void take(Optional<Node> node, @org.jspecify.annotations.Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> found.accept(node, text);
            case Tooltip tooltip -> found.accept(node, String.valueOf(tooltip.getText()));
            case javafx.scene.control.ContextMenu menu -> menu.getItems().forEach(item -> ofItem(node, item));
            case PopupControl _, Node _ -> {} // hangs in the scene itself, or is no string
            case Iterable<?> many -> {
                if (seen.add(System.identityHashCode(many))) {
                    many.forEach(one -> take(node, one));
                }
            }
            default -> found.accept(node, value.toString());
        }
    }

    private void ofItem(Optional<Node> node, MenuItem item) {
        take(node, item.getText());
        take(node, item.getUserData());
    }
}
