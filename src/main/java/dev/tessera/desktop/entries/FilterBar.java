package dev.tessera.desktop.entries;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Pictures;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The parts of the list: everything, what is pinned, what is used most, and each tag. A line of chips, or a bar at the
/// side where there is room for one. Not there while all would show the same.
final class FilterBar {
    private final EntriesViewModel model;
    private final HBox line = new HBox(6);
    private final VBox column = new VBox(2);
    private final ScrollPane chips = new ScrollPane(line);
    private final ScrollPane side = new ScrollPane(column);
    private List<Part> filled = List.of();
    private boolean beside;

    FilterBar(EntriesViewModel model) {
        this.model = model;
        chips.setId("chips");
        chips.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        chips.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        chips.setFitToHeight(true);
        chips.setFocusTraversable(false);
        chips.setMinHeight(Region.USE_PREF_SIZE);
        chips.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaX() == 0 && line.getWidth() > chips.getWidth()) {
                chips.setHvalue(chips.getHvalue() - event.getDeltaY() / line.getWidth());
                event.consume();
            }
        });
        side.setId("side");
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setFitToWidth(true);
        side.setFocusTraversable(false);
        side.setMinWidth(Region.USE_PREF_SIZE);
        side.getStyleClass().add("side-bar");
        Pictures.keepNone(chips);
        Pictures.keepNone(side);
        line.setAlignment(Pos.CENTER_LEFT);
        model.tagsProperty().addListener(_ -> fill());
        model.shown().addListener((Observable _) -> look());
        model.filterProperty().addListener(_ -> fill());
        fill();
    }

    Node chips() {
        return chips;
    }

    Node side() {
        return side;
    }

    /// @param atTheSide whether there is room for a bar at the side
    void layOut(boolean atTheSide) {
        if (beside != atTheSide) {
            beside = atTheSide;
            fill();
        }
    }

    /// Whether there is anything to choose from.
    boolean isUseful() {
        return parts().size() > 1;
    }

    private record Part(Filter filter, String id, String name) {}

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Part(Filter.ALL, "filter-all", text("filter.all")));
        if (model.holds(Filter.PINNED)) {
            parts.add(new Part(Filter.PINNED, "filter-pinned", text("filter.pinned")));
        }
        if (model.holds(Filter.FREQUENT)) {
            parts.add(new Part(Filter.FREQUENT, "filter-frequent", text("filter.frequent")));
        }
        model.tagsProperty()
                .get()
                .forEach(tag -> parts.add(new Part(new Filter.Tagged(tag.id()), "filter-tag", tag.name())));
        return parts;
    }

    /// What is pinned or used often may have begun to be, or have ended.
    private void look() {
        if (parts().equals(filled)) {
            present();
        } else {
            fill();
        }
    }

    private void fill() {
        filled = parts();
        boolean hadFocus = (beside ? column : line).getChildren().stream().anyMatch(Node::isFocused);
        line.getChildren().clear();
        column.getChildren().clear();
        var group = new ToggleGroup();
        var into = beside ? column.getChildren() : line.getChildren();
        for (var part : filled) {
            var chip = chip(part, group);
            into.add(chip);
            if (hadFocus && chip.isSelected()) {
                chip.requestFocus();
            }
        }
        present();
    }

    private ToggleButton chip(Part part, ToggleGroup group) {
        var chip = new ToggleButton(part.name());
        chip.setId(part.id());
        chip.getStyleClass().add("chip");
        chip.setToggleGroup(group);
        chip.setSelected(part.filter().equals(model.filterProperty().get()));
        chip.setMinWidth(beside ? 0 : Region.USE_PREF_SIZE);
        chip.setMaxWidth(beside ? Double.MAX_VALUE : 220);
        // Pressed again it shows everything.
        chip.setOnAction(_ -> model.filterProperty().set(chip.isSelected() ? part.filter() : Filter.ALL));
        return chip;
    }

    private void present() {
        boolean useful = isUseful();
        Nodes.present(chips, useful && !beside);
        Nodes.present(side, useful && beside);
    }
}
