package dev.tessera.desktop.form;

import dev.tessera.desktop.control.Messages;
import dev.tessera.desktop.control.Nodes;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Fields with their names above them.
public final class Fields {
    private Fields() {}

    /// A line to type in.
    ///
    /// @param submit what Enter does
    public static TextField input(String id, String prompt, StringProperty value, Runnable submit) {
        var input = new TextField();
        input.setId(id);
        input.setPromptText(prompt);
        input.textProperty().bindBidirectional(value);
        input.setOnAction(_ -> submit.run());
        return input;
    }

    /// A line to type a PIN in, and below it what is wrong with it.
    ///
    /// @param typed takes what is there after each key, and wipes it
    /// @param problem empty when nothing is wrong
    public static VBox pin(String id, String prompt, Consumer<char[]> typed, ReadOnlyStringProperty problem) {
        // JavaFX's own field: a PIN of a few digits is guessed faster than found in memory.
        var field = new PasswordField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(Messages.text("add.pin"));
        field.textProperty().subscribe(text -> {
            char[] signs = text.toCharArray();
            try {
                typed.accept(signs);
            } finally {
                Arrays.fill(signs, '\0');
            }
        });
        var words = Nodes.label("", "problem", "small");
        words.textProperty().bind(problem);
        problem.subscribe(said -> Nodes.present(words, !said.isEmpty()));
        return new VBox(4, field, words);
    }

    /// What is typed into, under its name.
    ///
    /// @param below what is said about it
    public static VBox field(String name, Node input, Node... below) {
        var label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(input);
        var box = new VBox(5, label, input);
        box.getChildren().addAll(below);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }
}
