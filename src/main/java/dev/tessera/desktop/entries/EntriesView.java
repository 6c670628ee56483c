package dev.tessera.desktop.entries;

import static dev.tessera.desktop.control.Messages.counted;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.vault.Entry;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
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
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of codes with its search, and the ways to add where there is nothing yet.
public final class EntriesView extends BorderPane {
    private static final double CELL_HEIGHT = EntryCard.HEIGHT + EntryCell.GAP;

    /// Wider cards would only put the code far from its name.
    private static final double MAX_CARD_WIDTH = 760;

    /// Narrower ones would cut the names short.
    private static final double MIN_CARD_WIDTH = 390;

    private static final double SIDE_BAR_FROM = 900;
    private static final double SIDE_BAR_WIDTH = 180;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int MOST_COLUMNS = 4;

    private final EntriesViewModel model;
    private final Actions actions;
    private final Node waysToAdd;
    private final TextField search = new TextField();
    private final ListView<List<Entry>> list = new ListView<>();
    private final Choice choice;
    private final FilterBar filters;
    private final VBox full;

    /// @param actions what the buttons beside the search do
    /// @param waysToAdd shown while the vault holds nothing
    public EntriesView(EntriesViewModel model, Actions actions, Node waysToAdd) {
        this.model = model;
        this.actions = actions;
        this.waysToAdd = waysToAdd;
        this.choice = new Choice(model, list);
        this.filters = new FilterBar(model);
        getStyleClass().add("entries");
        full = new VBox(12, EntriesHead.of(searchField(), actions), filters.chips(), cards(), footer());
        var beside = new HBox(20, filters.side(), full);
        beside.setAlignment(Pos.TOP_CENTER);
        HBox.setHgrow(full, Priority.ALWAYS);
        var empty = new VBox(EntriesHead.ofEmpty(actions), waysToAdd);
        VBox.setVgrow(waysToAdd, Priority.ALWAYS);
        setCenter(new StackPane(beside, empty));
        model.totalProperty().subscribe(total -> {
            Nodes.present(beside, total.intValue() > 0);
            Nodes.present(empty, total.intValue() == 0);
        });
        widthProperty().addListener(_ -> layOut());
        model.shown().addListener((Observable _) -> layOut());
        new EntriesKeys(model, this, search, list, choice).install();
    }

    /// As many columns as have room, and a bar at the side of a wide window.
    private void layOut() {
        if (getWidth() <= 0) {
            return;
        }
        boolean atTheSide = filters.isUseful() && getWidth() >= SIDE_BAR_FROM;
        filters.layOut(atTheSide);
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - (atTheSide ? SIDE_BAR_WIDTH + 20 : 0);
        int columns = Math.clamp((long) ((room + EntryCell.GAP) / (MIN_CARD_WIDTH + EntryCell.GAP)), 1, MOST_COLUMNS);
        full.setMaxWidth(columns == 1 ? MAX_CARD_WIDTH : Double.MAX_VALUE);
        choice.layOut(columns);
    }

    /// What lies outside of the list.
    ///
    /// @param scan reads the screen
    /// @param add offers all ways to add
    /// @param vault shows the vault itself
    /// @param settings shows what can be chosen
    /// @param lock locks the window
    /// @param edit edits an account
    /// @param showCode shows the QR code of an account
    /// @param explain tells why a code of an account may be refused
    /// @param keys shows the keys of the window
    /// @param bin leads to the bin
    public record Actions(
            Runnable scan,
            Runnable add,
            Runnable vault,
            Runnable settings,
            Runnable lock,
            Consumer<Entry> edit,
            Consumer<Entry> showCode,
            Consumer<Entry> explain,
            Runnable keys,
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

    /// The place in the list, to come back to it; -1 if no card is chosen.
    public int selectedIndex() {
        return choice.index();
    }

    /// Selects and shows the n-th card, from 0, if there is one.
    public void select(int index) {
        if (index >= 0 && index < model.shown().size()) {
            choice.choose(index);
        }
    }

    /// Edits the chosen card.
    ///
    /// @return whether a card is chosen
    boolean editChosen() {
        var entry = choice.entry();
        entry.ifPresent(actions.edit());
        return entry.isPresent();
    }

    /// Tells all keys.
    void showKeys() {
        actions.keys().run();
    }

    /// Opens the menu of the chosen card below its code.
    ///
    /// @return whether a card is chosen
    boolean showMenu() {
        var card = list.lookupAll(".entry-card").stream()
                .filter(node -> node.getPseudoClassStates().contains(CHOSEN))
                .findFirst()
                .orElse(list);
        var place = card.localToScreen(EntryCard.HEIGHT, EntryCard.HEIGHT / 2);
        return choice.entry()
                .map(entry -> {
                    new EntryMenu(model, actions, entry).show(list, place.getX(), place.getY());
                    return true;
                })
                .orElse(false);
    }

    /// How many accounts there are, where there is room to say it.
    private String prompt() {
        var whole = counted("entries.search", model.totalProperty().get());
        var measure = new Text(whole);
        measure.setFont(search.getFont());
        double room = search.getWidth() - search.snappedLeftInset() - search.snappedRightInset();
        return search.getWidth() == 0 || measure.getLayoutBounds().getWidth() <= room
                ? whole
                : text("entries.search-short");
    }

    private StackPane searchField() {
        search.setId("search");
        search.getStyleClass().add("search");
        search.textProperty().bindBidirectional(model.queryProperty());
        search.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        this::prompt, model.totalProperty(), search.widthProperty(), search.fontProperty()));
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

    private Node cards() {
        list.setId("entries");
        list.getStyleClass().add("entry-list");
        list.setFixedCellSize(CELL_HEIGHT);
        list.setCellFactory(_ -> new EntryCell(model, choice));
        list.setAccessibleText(text("entries.list-name"));
        list.setPlaceholder(nothingFound());
        list.setOnContextMenuRequested(event -> choice.entry().ifPresent(entry -> {
            new EntryMenu(model, actions, entry).show(list, event.getScreenX(), event.getScreenY());
            event.consume();
        }));
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private Node nothingFound() {
        var words = Nodes.label("", "muted");
        words.textProperty().bind(model.queryProperty().map(query -> text("entries.nothing-found", query)));
        var all = Nodes.button("clear-search", text("entries.clear-search"), () -> {
            model.filterProperty().set(Filter.ALL);
            model.queryProperty().set("");
        });
        var box = new VBox(12, words, all);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node footer() {
        var count = new Label();
        count.textProperty().bind(model.totalProperty().map(total -> counted("entries.count", total.intValue())));
        var keys = Nodes.button("keys", text("entries.keys"), actions.keys());
        keys.getStyleClass().addAll("quiet", "small");
        var footer = new HBox(
                6,
                count,
                OrderMenu.of(model),
                actions.bin(),
                Nodes.spring(),
                key(text("keys.enter")),
                new Label(text("entries.key-copy")),
                key("F1"),
                keys);
        footer.getStyleClass().add("footer");
        footer.setAlignment(Pos.CENTER_LEFT);
        return footer;
    }

    private static Label key(String name) {
        var label = new Label(name);
        label.getStyleClass().add("key");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
