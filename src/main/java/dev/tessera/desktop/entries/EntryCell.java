package dev.tessera.desktop.entries;

import dev.tessera.vault.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One row of cards: the ticker turns them while there are any.
final class EntryCell extends ListCell<List<Entry>> {
    static final double GAP = 10;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final EntriesViewModel model;
    private final Choice choice;
    private final List<LiveCard> cards = new ArrayList<>();
    private final HBox row = new HBox(GAP);

    EntryCell(EntriesViewModel model, Choice choice) {
        this.model = model;
        this.choice = choice;
        // The classes of other lists change their look with each row that comes and goes, and that of all in them.
        getStyleClass().setAll("entry-row");
        setMinWidth(0);
        setPrefWidth(0);
        row.setFillHeight(true);
        row.setMinWidth(0);
        // What changes in it is laid out in it alone: a cell that has to be laid out is given all its styles anew.
        row.setManaged(false);
        // It stays when there is nothing to show: put in again, all its styles would be looked up again.
        row.setVisible(false);
        model.ticker().nowProperty().addListener(_ -> turn());
        model.copiedProperty().addListener(_ -> turn());
        model.awaitedProperty().addListener(_ -> turn());
        model.hidden().stateProperty().addListener(_ -> turn());
        model.counterCodesProperty().addListener(_ -> turn());
        choice.columnProperty().addListener(_ -> choose());
        selectedProperty().addListener(_ -> choose());
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new RowSkin(this, row);
    }

    private static final class RowSkin extends SkinBase<EntryCell> {
        private final HBox row;

        RowSkin(EntryCell cell, HBox row) {
            super(cell);
            this.row = row;
            getChildren().add(row);
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            row.resizeRelocate(x, y, width, height);
        }
    }

    @Override
    protected void updateItem(@Nullable List<Entry> entries, boolean empty) {
        super.updateItem(entries, empty);
        if (empty || entries == null) {
            cards.forEach(LiveCard::wipe);
            row.setVisible(false);
            setAccessibleText("");
            return;
        }
        if (row.getChildren().size() != choice.columns()) {
            while (cards.size() < choice.columns()) {
                cards.add(card());
            }
            row.getChildren()
                    .setAll(cards.subList(0, choice.columns()).stream()
                            .map(LiveCard::node)
                            .toList());
        }
        for (int column = 0; column < cards.size(); column++) {
            boolean there = column < entries.size();
            cards.get(column).node().setVisible(there);
            if (there) {
                cards.get(column).show(entries.get(column));
            } else {
                cards.get(column).wipe();
            }
        }
        row.setVisible(true);
        choose();
    }

    /// Screen readers ask for the time left; they are not told each second.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.HELP && !isEmpty()) {
            return chosen().spokenTimeLeft();
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    private void turn() {
        boolean changed = false;
        for (var card : cards) {
            changed |= card.turn();
        }
        if (changed && !isEmpty()) {
            speak();
        }
    }

    /// The card that a screen reader reads: the chosen one of the chosen row, else the first.
    private LiveCard chosen() {
        return cards.get(isSelected() ? chosenColumn() : 0);
    }

    /// The last row may be shorter than the others.
    private int chosenColumn() {
        var entries = getItem();
        return entries == null ? 0 : Math.min(choice.column(), entries.size() - 1);
    }

    private void choose() {
        for (int column = 0; column < cards.size(); column++) {
            cards.get(column).node().pseudoClassStateChanged(CHOSEN, isSelected() && column == chosenColumn());
        }
        if (!isEmpty()) {
            speak();
        }
    }

    private void speak() {
        var spoken = chosen().spoken();
        if (!spoken.equals(getAccessibleText())) {
            setAccessibleText(spoken);
        }
    }

    private LiveCard card() {
        var card = new LiveCard(model);
        var node = card.node();
        int column = cards.size();
        node.setMinWidth(0);
        node.setPrefWidth(0);
        node.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(node, Priority.ALWAYS);
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> choice.chooseColumn(column));
        node.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(card, event));
        node.addEventHandler(MouseEvent.DRAG_DETECTED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && choice.startDrag(card.entry())) {
                node.startFullDrag();
            }
        });
        node.addEventHandler(MouseDragEvent.MOUSE_DRAG_ENTERED, _ -> node.pseudoClassStateChanged(DROP, canTake(card)));
        node.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, _ -> node.pseudoClassStateChanged(DROP, false));
        node.addEventHandler(MouseDragEvent.MOUSE_DRAG_RELEASED, _ -> {
            node.pseudoClassStateChanged(DROP, false);
            with(card, (dragged, other) -> model.take(dragged, other));
            choice.endDrag();
        });
        return card;
    }

    private boolean canTake(LiveCard card) {
        var dragged = choice.dragged();
        return dragged.isPresent()
                && card.entry()
                        .filter(other -> model.canTake(dragged.get(), other))
                        .isPresent();
    }

    private void with(LiveCard card, java.util.function.BiConsumer<Entry, Entry> action) {
        choice.dragged().ifPresent(dragged -> card.entry().ifPresent(other -> action.accept(dragged, other)));
    }

    private void clicked(LiveCard card, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY
                || !event.isStillSincePress()
                || card.node().isOnButton(event.getSceneX(), event.getSceneY())) {
            return;
        }
        boolean onDots = card.node().isOnCode(event.getSceneX(), event.getSceneY());
        Consumer<Entry> action = entry -> {
            if (onDots && model.hidden().hides(entry.id())) {
                model.hidden().toggle(entry.id());
            } else {
                model.copy(entry);
            }
        };
        card.entry().ifPresent(action);
    }
}
