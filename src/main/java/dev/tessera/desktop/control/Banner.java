package dev.tessera.desktop.control;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Above the list: something to know that can wait, and what can be done about it.
public final class Banner extends StackPane {
    /// @param shown whether there is anything to know
    public Banner(String id, ObservableValue<String> words, ObservableBooleanValue shown, Button... buttons) {
        setId(id);
        setPadding(new Insets(12, 16, 0, 16));
        var label = Nodes.label("");
        label.textProperty().bind(words);
        var row = new FlowPane(8, 8, buttons);
        row.setAlignment(Pos.CENTER_RIGHT);
        var banner = new VBox(8, label, row);
        banner.getStyleClass().add("banner");
        getChildren().add(banner);
        // Bound, not listened to: a binding that only a listener knows is collected as garbage.
        visibleProperty().bind(shown);
        managedProperty().bind(shown);
    }
}
