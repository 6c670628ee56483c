package dev.tessera.desktop.form;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
