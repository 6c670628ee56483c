package dev.tessera.desktop.control;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A card over the window that asks for one decision: heading, body, and buttons that always stay in sight.
public final class Sheet extends StackPane {
    private static final double WIDTH = 460;

    private final VBox body = new VBox(14);
    /// In several rows where one is too narrow for them: in no language and at no size may they widen the sheet.
    private final FlowPane buttons = new FlowPane(10, 10);

    /// @param heading in few words
    public Sheet(String heading) {
        var content = new VBox(16);
        content.getStyleClass().add("tessera-sheet");
        setMaxWidth(WIDTH);
        setMaxHeight(Region.USE_PREF_SIZE);
        Label title = Nodes.label(heading, "heading");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        content.getChildren().addAll(title, scrolling(), buttons);
        getChildren().addAll(shadow(), content);
    }

    /// What it says and asks, from top to bottom.
    public Sheet body(Node... nodes) {
        body.getChildren().addAll(nodes);
        return this;
    }

    /// The answers, the wanted one last.
    public Sheet buttons(Node... nodes) {
        buttons.getChildren().addAll(List.of(nodes));
        return this;
    }

    /// A node of its own, kept as a picture: as an effect of the sheet it would be blurred anew for each change in it.
    private static Region shadow() {
        var shadow = new Region();
        shadow.getStyleClass().add("sheet-shadow");
        shadow.setCache(true);
        shadow.setMouseTransparent(true);
        return shadow;
    }

    private ScrollPane scrolling() {
        // Room for the focus ring of what stands at the edge.
        body.setPadding(new Insets(3));
        var pane = new ScrollPane(body);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        Pictures.keepNone(pane);
        VBox.setVgrow(pane, Priority.ALWAYS);
        VBox.setMargin(pane, new Insets(0, -3, 0, -3));
        // As tall as its content where the window has room for it: content as wide as it is without a scroll bar.
        Runnable fit = () -> pane.setPrefHeight(body.prefHeight(pane.getWidth()));
        body.heightProperty().subscribe(fit);
        pane.widthProperty().subscribe(fit);
        return pane;
    }
}
