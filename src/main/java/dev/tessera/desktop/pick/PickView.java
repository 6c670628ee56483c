package dev.tessera.desktop.pick;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.agent.Offer;
import dev.tessera.desktop.control.IssuerMark;
import dev.tessera.desktop.control.Nodes;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line to type in, and below it what was found. The keys stay in the line.
public final class PickView extends VBox {
    private static final double ROW_HEIGHT = 52;
    private static final int PAGE = 6;

    private final PickViewModel model;
    private final TextField search = new TextField();
    private final ListView<Offer> list = new ListView<>();

    public PickView(PickViewModel model) {
        super(10);
        this.model = model;
        getStyleClass().add("pick");
        getChildren().addAll(searchField(), message(), window(), list());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Puts the caret into the line.
    public void focusSearch() {
        search.requestFocus();
    }

    private TextField searchField() {
        search.setId("pick-search");
        search.setPromptText(text("entries.search-name"));
        search.setAccessibleText(text("entries.search-name"));
        search.textProperty().bindBidirectional(model.queryProperty());
        return search;
    }

    private Label message() {
        var message = Nodes.label("", "body");
        message.setId("pick-message");
        message.textProperty().bind(model.messageProperty());
        model.messageProperty().subscribe(words -> Nodes.present(message, !words.isEmpty()));
        return message;
    }

    private HBox window() {
        var open = Nodes.primary(Nodes.button("pick-open", text("tray.open"), model::openWindow));
        var row = new HBox(open);
        row.setAlignment(Pos.CENTER_RIGHT);
        model.windowOfferedProperty().subscribe(offered -> Nodes.present(row, offered));
        return row;
    }

    private ListView<Offer> list() {
        list.setId("pick-list");
        list.getStyleClass().add("pick-list");
        list.setItems(model.shown());
        list.setFixedCellSize(ROW_HEIGHT);
        list.setFocusTraversable(false);
        list.setAccessibleText(text("entries.list-name"));
        list.setCellFactory(_ -> new Row());
        list.visibleProperty().bind(Bindings.isNotEmpty(model.shown()));
        model.selectedProperty().subscribe(index -> select(index.intValue()));
        model.shown().subscribe(() -> select(model.selectedProperty().get()));
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private void select(int index) {
        if (index < 0 || index >= list.getItems().size()) {
            list.getSelectionModel().clearSelection();
            search.setAccessibleHelp("");
            return;
        }
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - PAGE + 1));
        search.setAccessibleHelp(named(list.getItems().get(index)));
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(PAGE);
            case PAGE_UP -> model.move(-PAGE);
            case ESCAPE -> model.leave();
            case ENTER -> {
                if (!search.isFocused()) {
                    return; // the button's
                }
                if (model.windowOfferedProperty().get()) {
                    model.openWindow();
                } else {
                    model.choose();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static String title(Offer offer) {
        var title = offer.issuer().isEmpty() ? offer.accountName() : offer.issuer();
        return title.isEmpty() ? text("card.no-name") : title;
    }

    private static String named(Offer offer) {
        return offer.issuer().isEmpty() || offer.accountName().isEmpty()
                ? title(offer)
                : title(offer) + ", " + offer.accountName();
    }

    /// One account.
    private final class Row extends ListCell<Offer> {
        private final IssuerMark mark = new IssuerMark();
        private final Label issuer = Nodes.line("card-issuer");
        private final Label account = Nodes.line("card-account");
        private final HBox content = new HBox(12, mark, new VBox(1, issuer, account));

        Row() {
            content.setAlignment(Pos.CENTER_LEFT);
            ((VBox) content.getChildren().getLast()).setAlignment(Pos.CENTER_LEFT);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setMinWidth(0);
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (!isEmpty() && event.getButton() == MouseButton.PRIMARY) {
                    model.selectedProperty().set(getIndex());
                    model.choose();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            if (empty || offer == null) {
                mark.wipe();
                issuer.setText("");
                account.setText("");
                setAccessibleText("");
                setGraphic(null);
                return;
            }
            mark.show(offer.issuer(), offer.accountName());
            issuer.setText(title(offer));
            account.setText(offer.issuer().isEmpty() ? "" : offer.accountName());
            Nodes.present(account, !account.getText().isEmpty());
            setAccessibleText(named(offer));
            setGraphic(content);
        }
    }
}
