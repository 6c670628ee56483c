package dev.tessera.desktop.control;

import javafx.application.ColorScheme;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// The mark: four tesserae on a tablet, one of them turned, as if just set.
public final class ProductMark extends StackPane {
    private static final double TABLET = 64;
    private static final double STONE = 16;
    private static final double PITCH = 20.5;

    public ProductMark() {
        getStyleClass().add("product-mark");
        var last = stone(1, 1, "set");
        last.setRotate(14);
        last.setTranslateX(0.5);
        last.setTranslateY(0.5);
        getChildren().add(new Group(stone(0, 0, "set"), stone(1, 0, "faint"), stone(0, 1, "faint"), last));
        setMinSize(TABLET, TABLET);
        setPrefSize(TABLET, TABLET);
        setMaxSize(TABLET, TABLET);
    }

    /// The mark as an icon of a window, in the colours of the light theme.
    public static Image icon() {
        var scene = new Scene(new StackPane(new ProductMark()), TABLET, TABLET);
        Theme.dress(scene);
        scene.getPreferences().setColorScheme(ColorScheme.LIGHT);
        scene.setFill(Color.TRANSPARENT);
        scene.getRoot().setStyle("-fx-background-color: transparent");
        return scene.snapshot(null);
    }

    private static Rectangle stone(int column, int row, String style) {
        var stone = new Rectangle(column * PITCH, row * PITCH, STONE, STONE);
        stone.setArcWidth(6);
        stone.setArcHeight(6);
        stone.getStyleClass().addAll("stone", style);
        return stone;
    }
}
