package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.ProductMark;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// What stands in place of the list while there is nothing in it.
public final class EmptyVaultView extends VBox {
    private final WaysToAdd ways;

    public EmptyVaultView(AddViewModel model) {
        setAlignment(Pos.CENTER);
        setSpacing(12);
        setPadding(new Insets(0, 0, 48, 0));
        var heading = Nodes.label(text("empty.heading"), "heading");
        VBox.setMargin(heading, new Insets(8, 0, 0, 0));
        var how = Nodes.label(text("empty.how"), "muted");
        how.setMaxWidth(340);
        how.setTextAlignment(TextAlignment.CENTER);
        how.setAlignment(Pos.CENTER);
        ways = new WaysToAdd(model);
        VBox.setMargin(ways, new Insets(16, 0, 0, 0));
        var drop = Nodes.label(text("empty.drop"), "muted", "small");
        VBox.setMargin(drop, new Insets(8, 0, 0, 0));
        getChildren().addAll(new ProductMark(), heading, how, ways, drop);
    }

    /// Puts the focus on the way that most people want.
    @Override
    public void requestFocus() {
        ways.requestFocus();
    }
}
