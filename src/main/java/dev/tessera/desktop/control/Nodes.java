package dev.tessera.desktop.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small nodes that every screen is made of, each in one line.
public final class Nodes {
    private Nodes() {}

    /// A label that wraps.
    public static Label label(String text, String... styles) {
        var label = new Words(text);
        label.getStyleClass().addAll(styles);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label of one line, which ends in an ellipsis where there is no room.
    public static Label line(String... styles) {
        var label = new Label();
        label.getStyleClass().addAll(styles);
        Words.follow(label);
        return label;
    }

    /// A button that does `action`; `id` is how tests and walks find it.
    public static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        // Toolkits differ on whether Enter presses the button that has the focus; people expect it to.
        button.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                button.fire();
                event.consume();
            }
        });
        return button;
    }

    /// The same with an icon before the text.
    public static Button button(String id, String text, Ikon icon, Runnable action) {
        var button = button(id, text, action);
        button.setGraphic(new FontIcon(icon));
        button.setGraphicTextGap(10);
        return button;
    }

    /// A square button with an icon alone; `name` is its tooltip and what a screen reader says.
    public static Button iconButton(String id, String name, Ikon icon, Runnable action) {
        var button = button(id, "", action);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-only");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    /// Breaks the lines of `area` where they end, unless they are written from right to left: see [Words].
    public static void wrap(TextArea area) {
        area.textProperty().subscribe(text -> area.setWrapText(!Words.isRightToLeft(text)));
    }

    /// A box to tick, whose name may take several lines.
    ///
    /// @param box without a text
    public static HBox ticked(CheckBox box, String name) {
        box.setAccessibleText(name);
        var words = label(name, "body");
        words.setLabelFor(box);
        words.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> {
            box.requestFocus();
            box.fire();
        });
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(8, box, words);
    }

    /// The one button that most people want.
    public static Button primary(Button button) {
        button.getStyleClass().add("primary");
        button.setDefaultButton(false);
        return button;
    }

    /// Takes all width that is left.
    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /// Shown and given room, or neither.
    public static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
