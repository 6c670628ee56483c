package dev.tessera.desktop.control;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
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

    private static Rectangle stone(int column, int row, String style) {
        var stone = new Rectangle(column * PITCH, row * PITCH, STONE, STONE);
        stone.setArcWidth(6);
        stone.setArcHeight(6);
        stone.getStyleClass().addAll("stone", style);
        return stone;
    }
}
