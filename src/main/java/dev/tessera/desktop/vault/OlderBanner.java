package dev.tessera.desktop.vault;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// Above the list: that the file is an older one in the place of the present one.
public final class OlderBanner extends StackPane {
    public OlderBanner(VaultViewModel model) {
        setId("older-banner");
        setPadding(new Insets(12, 16, 0, 16));
        var words = Nodes.label(text("vault.older"));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var banner = new HBox(
                12,
                words,
                Nodes.button("look-at-older", text("vault.older-look"), model::open),
                Nodes.button("keep-older", text("vault.older-keep"), model::keepOlder));
        banner.getStyleClass().add("banner");
        getChildren().add(banner);
        model.olderProperty().subscribe(older -> Nodes.present(this, older));
    }
}
