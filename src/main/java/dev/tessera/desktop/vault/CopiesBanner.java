package dev.tessera.desktop.vault;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// Above the list: that there are copies with something that is not in the vault.
public final class CopiesBanner extends StackPane {
    public CopiesBanner(VaultViewModel model) {
        setId("copies-banner");
        setPadding(new Insets(12, 16, 0, 16));
        var words = Nodes.label("");
        words.textProperty().bind(model.newCopiesProperty().map(count -> text("vault.banner", count)));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var banner = new HBox(12, words, Nodes.button("look-at-copies", text("vault.banner-look"), model::open));
        banner.getStyleClass().add("banner");
        getChildren().add(banner);
        model.newCopiesProperty().subscribe(count -> Nodes.present(this, count.intValue() > 0));
    }
}
