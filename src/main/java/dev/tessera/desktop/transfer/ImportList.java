package dev.tessera.desktop.transfer;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Pictures;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line for each thing in the files, of which there may be tens of thousands. Space ticks the chosen one.
final class ImportList extends ListView<ImportLine> {
    private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");
    private static final double MOST_HEIGHT = 320;
    private static final double LINE_HEIGHT = 45;
    private static final double DETAIL_HEIGHT = 18;

    ImportList(List<ImportLine> lines) {
        super(FXCollections.observableList(lines));
        setId("import-list");
        getStyleClass().add("import-list");
        setAccessibleText(text("import.list"));
        setCellFactory(_ -> new LineCell());
        int details = lines.stream().mapToInt(line -> line.details().size()).sum();
        setPrefHeight(Math.min(MOST_HEIGHT, 16 + lines.size() * LINE_HEIGHT + details * DETAIL_HEIGHT));
        setMinHeight(Math.min(120, getPrefHeight()));
        Pictures.keepNone(this);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            var line = Optional.ofNullable(getSelectionModel().getSelectedItem());
            if (event.getCode() == KeyCode.SPACE && line.isPresent()) {
                toggle(line.get());
                event.consume();
            }
        });
    }

    private static void toggle(ImportLine line) {
        if (line.entry().isPresent()) {
            line.chosenProperty().set(!line.chosenProperty().get());
        }
    }

    private static String words(ImportLine.Verdict verdict) {
        return switch (verdict) {
            case REJECTED -> text("import.rejected");
            case REPAIRED -> text("import.repaired");
            case NEW -> text("import.new");
            case PRESENT -> text("import.present");
        };
    }

    private static Feather icon(ImportLine.Verdict verdict) {
        return switch (verdict) {
            case REJECTED -> Feather.X_CIRCLE;
            case REPAIRED -> Feather.TOOL;
            case NEW -> Feather.PLUS_CIRCLE;
            case PRESENT -> Feather.CHECK;
        };
    }

    private static final class LineCell extends ListCell<ImportLine> {
        private final CheckBox box = new CheckBox();
        private final FontIcon icon = new FontIcon(Feather.CHECK);
        private final VBox words = new VBox(1);
        private final HBox row = new HBox(10, box, icon, words);
        private Optional<ImportLine> bound = Optional.empty();

        LineCell() {
            // The list has the keys; a cell as wide as the list lets its words wrap.
            box.setFocusTraversable(false);
            icon.getStyleClass().add("import-mark");
            row.setAlignment(Pos.TOP_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ImportLine line, boolean empty) {
            super.updateItem(line, empty);
            bound.ifPresent(old -> box.selectedProperty().unbindBidirectional(old.chosenProperty()));
            bound = empty || line == null ? Optional.empty() : Optional.of(line);
            bound.ifPresentOrElse(this::fill, () -> setGraphic(null));
        }

        private void fill(ImportLine line) {
            boolean canBeAdded = line.entry().isPresent();
            box.setVisible(canBeAdded);
            if (canBeAdded) {
                box.selectedProperty().bindBidirectional(line.chosenProperty());
            }
            icon.setIconCode(icon(line.verdict()));
            icon.pseudoClassStateChanged(REJECTED, line.verdict() == ImportLine.Verdict.REJECTED);
            words.getChildren().setAll(Nodes.label(line.name(), "strong"));
            var verdict = words(line.verdict());
            words.getChildren().add(Nodes.label(verdict, "muted", "small"));
            line.details().forEach(detail -> words.getChildren().add(Nodes.label(detail, "body", "small")));
            box.setAccessibleText(line.name());
            setAccessibleText(line.name() + ", " + verdict + " " + String.join(" ", line.details()));
            setGraphic(row);
        }
    }
}
