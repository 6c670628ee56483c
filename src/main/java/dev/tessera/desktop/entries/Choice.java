package dev.tessera.desktop.entries;

import dev.tessera.vault.Entry;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.UUID;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;

/// Which card is chosen in a list whose rows hold several: the list knows the row, this knows the column.
final class Choice {
    private final EntriesViewModel model;
    private final ListView<List<Entry>> list;
    private final ReadOnlyIntegerWrapper column = new ReadOnlyIntegerWrapper();
    private int columns = 1;
    private boolean filling;
    private Optional<UUID> chosen = Optional.empty();
    private Optional<Entry> dragged = Optional.empty();

    Choice(EntriesViewModel model, ListView<List<Entry>> list) {
        this.model = model;
        this.list = list;
        list.getSelectionModel().selectedIndexProperty().addListener(_ -> remember());
        column.addListener(_ -> remember());
        model.shown().addListener((Observable _) -> fill());
        fill();
        // What is found is told from its best hit on, wherever the list was.
        model.queryProperty().addListener(_ -> list.scrollTo(0));
        model.filterProperty().addListener(_ -> list.scrollTo(0));
    }

    private void remember() {
        if (!filling) {
            chosen = entry().map(Entry::id);
        }
    }

    int columns() {
        return columns;
    }

    int column() {
        return column.get();
    }

    ReadOnlyIntegerProperty columnProperty() {
        return column.getReadOnlyProperty();
    }

    void chooseColumn(int chosen) {
        column.set(chosen);
    }

    /// Lays the entries out in so many columns, and keeps what is chosen.
    void layOut(int wanted) {
        if (wanted != columns) {
            columns = wanted;
            fill();
        }
    }

    /// Takes over what is shown. What was chosen stays so wherever it is now; where it has gone, what took its place.
    private void fill() {
        int before = index();
        filling = true;
        var shown = model.shown();
        // Not into the list that is there: it would tell of each row by itself that it was replaced, and lay it out
        // anew.
        list.setItems(FXCollections.observableList(new Rows(List.copyOf(shown), columns)));
        filling = false;
        chosen.ifPresent(id -> {
            var ids = shown.stream().map(Entry::id).toList();
            int now = ids.indexOf(id);
            select(now >= 0 ? now : Math.min(before, shown.size() - 1));
        });
    }

    /// The entries as rows, each made when it is looked at: of thousands few are.
    private static final class Rows extends AbstractList<List<Entry>> implements RandomAccess {
        private final List<Entry> entries;
        private final int columns;

        Rows(List<Entry> entries, int columns) {
            this.entries = entries;
            this.columns = columns;
        }

        @Override
        public List<Entry> get(int row) {
            int first = row * columns;
            return entries.subList(first, Math.min(first + columns, entries.size()));
        }

        @Override
        public int size() {
            return Math.ceilDiv(entries.size(), columns);
        }
    }

    /// The place of the chosen card, from 0; -1 if none is.
    int index() {
        int row = list.getSelectionModel().getSelectedIndex();
        return row < 0
                ? -1
                : Math.min(row * columns + column.get(), model.shown().size() - 1);
    }

    /// Chooses and shows the n-th card, from 0; none if there is no such card.
    void choose(int index) {
        select(index);
        if (index >= 0) {
            list.scrollTo(Math.max(0, index / columns - 1));
        }
    }

    private void select(int index) {
        if (index < 0 || index >= model.shown().size()) {
            list.getSelectionModel().clearSelection();
        } else {
            column.set(index % columns);
            list.getSelectionModel().select(index / columns);
        }
    }

    Optional<Entry> entry() {
        int index = index();
        return index < 0 ? Optional.empty() : Optional.of(model.shown().get(index));
    }

    /// Chooses the card so many places on; the first or last one at the ends.
    ///
    /// @return whether there is any card
    boolean move(int by) {
        int size = model.shown().size();
        if (size > 0) {
            choose(Math.clamp(index() < 0 ? (by > 0 ? 0 : size - 1) : index() + by, 0, size - 1));
        }
        return size > 0;
    }

    /// @return whether it can be dragged
    boolean startDrag(Optional<Entry> entry) {
        dragged = entry.filter(one -> model.shown().stream().anyMatch(other -> model.canTake(one, other)));
        return dragged.isPresent();
    }

    Optional<Entry> dragged() {
        return dragged;
    }

    void endDrag() {
        dragged = Optional.empty();
    }
}
