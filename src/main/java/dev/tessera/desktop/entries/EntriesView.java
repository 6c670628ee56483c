package dev.tessera.desktop.entries;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.vault.Entry;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of codes with its search, and the ways to add where there is nothing yet.
public final class EntriesView extends BorderPane {
    private static final double CELL_HEIGHT = EntryCard.HEIGHT + 10;

    /// Wider cards would only put the code far from its name.
    private static final double MAX_WIDTH = 760;

    private final EntriesViewModel model;
    private final Actions actions;
    private final Node waysToAdd;
    private final TextField search = new TextField();
    private final ListView<Entry> list = new ListView<>();

    /// @param actions what the buttons beside the search do
    /// @param waysToAdd shown while the vault holds nothing
    public EntriesView(EntriesViewModel model, Actions actions, Node waysToAdd) {
        this.model = model;
        this.actions = actions;
        this.waysToAdd = waysToAdd;
        getStyleClass().add("entries");
        var head = new HBox(8, searchField(), scan(actions), add(actions), vault(actions), lock(actions));
        head.setAlignment(Pos.CENTER);
        var full = new VBox(12, head, cards(), footer());
        full.setMaxWidth(MAX_WIDTH);
        var empty = new VBox(emptyHead(actions), waysToAdd);
        VBox.setVgrow(waysToAdd, Priority.ALWAYS);
        setCenter(new StackPane(full, empty));
        model.totalProperty().subscribe(total -> {
            Nodes.present(full, total.intValue() > 0);
            Nodes.present(empty, total.intValue() == 0);
        });
        new EntriesKeys(model, this, search, list).install();
    }

    /// What lies outside of the list.
    ///
    /// @param scan reads the screen
    /// @param add offers all ways to add
    /// @param vault shows the vault itself
    /// @param lock locks the window
    /// @param edit edits an account
    /// @param showCode shows the QR code of an account
    /// @param bin leads to the bin
    public record Actions(
            Runnable scan,
            Runnable add,
            Runnable vault,
            Runnable lock,
            Consumer<Entry> edit,
            Consumer<Entry> showCode,
            Node bin) {}

    /// Puts the caret into the search.
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /// Where the keys go when nothing else is wanted.
    public void focusList() {
        if (model.totalProperty().get() == 0) {
            waysToAdd.requestFocus();
        } else {
            list.requestFocus();
        }
    }

    /// The place in the list, to come back to it.
    public int selectedIndex() {
        return list.getSelectionModel().getSelectedIndex();
    }

    /// Selects and shows the n-th card, from 0, if there is one.
    public void select(int index) {
        if (index >= 0 && index < list.getItems().size()) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 1));
        }
    }

    /// Edits the chosen card.
    ///
    /// @return whether a card is chosen
    boolean editChosen() {
        var entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            actions.edit().accept(entry);
        }
        return entry != null;
    }

    /// Opens the menu of the chosen card below its code.
    ///
    /// @return whether a card is chosen
    boolean showMenu() {
        var entry = list.getSelectionModel().getSelectedItem();
        if (entry == null) {
            return false;
        }
        int row = list.getSelectionModel().getSelectedIndex();
        var cell = list.lookupAll(".list-cell").stream()
                .filter(node -> node instanceof EntryCell found && found.getIndex() == row)
                .findFirst()
                .orElse(list);
        var place = cell.localToScreen(EntryCard.HEIGHT, EntryCard.HEIGHT / 2);
        new EntryMenu(model, actions, entry).show(list, place.getX(), place.getY());
        return true;
    }

    private StackPane searchField() {
        search.setId("search");
        search.getStyleClass().add("search");
        search.textProperty().bindBidirectional(model.queryProperty());
        search.promptTextProperty().bind(model.totalProperty().map(total -> text("entries.search", total)));
        search.setAccessibleText(text("entries.search-name"));
        var icon = new FontIcon(Feather.SEARCH);
        icon.getStyleClass().add("search-icon");
        icon.setMouseTransparent(true);
        var stack = new StackPane(search, icon);
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane.setMargin(icon, new Insets(0, 0, 0, 13));
        HBox.setHgrow(stack, Priority.ALWAYS);
        return stack;
    }

    private static Node scan(Actions actions) {
        return Nodes.primary(Nodes.button("scan", text("entries.scan"), Feather.MAXIMIZE, actions.scan()));
    }

    private static Node add(Actions actions) {
        return Nodes.iconButton("add", text("entries.add"), Feather.PLUS, actions.add());
    }

    private static Node vault(Actions actions) {
        return Nodes.iconButton("vault", text("entries.vault"), Feather.ARCHIVE, actions.vault());
    }

    private static Node lock(Actions actions) {
        return Nodes.iconButton("lock", text("entries.lock"), Feather.LOCK, actions.lock());
    }

    private static Node emptyHead(Actions actions) {
        var lock = Nodes.iconButton("lock-empty", text("entries.lock"), Feather.LOCK, actions.lock());
        var vault = Nodes.iconButton("vault-empty", text("entries.vault"), Feather.ARCHIVE, actions.vault());
        return new HBox(8, Nodes.spring(), vault, lock);
    }

    private Node cards() {
        list.setId("entries");
        list.getStyleClass().add("entry-list");
        list.setFixedCellSize(CELL_HEIGHT);
        list.setItems(model.shown());
        list.setCellFactory(_ -> new EntryCell(model));
        list.setAccessibleText(text("entries.list-name"));
        list.setPlaceholder(nothingFound());
        list.setOnContextMenuRequested(event -> {
            var entry = list.getSelectionModel().getSelectedItem();
            if (entry != null) {
                new EntryMenu(model, actions, entry).show(list, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private Node nothingFound() {
        var words = Nodes.label("", "muted");
        words.textProperty().bind(model.queryProperty().map(query -> text("entries.nothing-found", query)));
        var all = Nodes.button(
                "clear-search",
                text("entries.clear-search"),
                () -> model.queryProperty().set(""));
        var box = new VBox(12, words, all);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node footer() {
        var count = new Label();
        count.textProperty().bind(model.totalProperty().map(total -> text("entries.count", total)));
        var footer = new HBox(
                6,
                count,
                actions.bin(),
                Nodes.spring(),
                key("Enter"),
                new Label(text("entries.key-copy")),
                key("Ctrl+N"),
                new Label(text("entries.key-add")),
                key("Ctrl+L"),
                new Label(text("entries.key-lock")));
        footer.getStyleClass().add("footer");
        footer.setAlignment(Pos.CENTER_LEFT);
        return footer;
    }

    private static Label key(String name) {
        var label = new Label(name);
        label.getStyleClass().add("key");
        return label;
    }
}
