package dev.tessera.desktop.transfer;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Pictures;
import dev.tessera.transfer.export.ExportPlan.Planned;
import dev.tessera.transfer.export.Loss;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/// What of which account a target cannot hold, a line each.
final class LossList extends ListView<Planned> {
    private static final double MOST_HEIGHT = 180;
    private static final double LINE_HEIGHT = 45;

    LossList(List<Planned> lossy) {
        super(FXCollections.observableList(lossy));
        setId("export-losses");
        getStyleClass().add("import-list");
        setAccessibleText(text("export.losses"));
        setCellFactory(_ -> new LossCell());
        setPrefHeight(Math.min(MOST_HEIGHT, 16 + lossy.size() * LINE_HEIGHT));
        Pictures.keepNone(this);
    }

    private static String words(Loss loss) {
        return switch (loss) {
            case KIND -> text("export.loss-kind");
            case NUMBERS -> text("export.loss-numbers");
            case SIZE -> text("export.loss-size");
            case NAMES -> text("export.loss-names");
            case TAGS -> text("export.loss-tags");
            case MORE_TAGS -> text("export.loss-more-tags");
            case NOTE -> text("export.loss-note");
            case PIN -> text("export.loss-pin");
            case BIN -> text("export.loss-bin");
            case SIGNS -> text("export.loss-signs");
        };
    }

    private static final class LossCell extends ListCell<Planned> {
        LossCell() {
            setPrefWidth(0); // as wide as the list, so that words wrap
        }

        @Override
        protected void updateItem(Planned planned, boolean empty) {
            super.updateItem(planned, empty);
            setGraphic(empty || planned == null ? null : lines(planned));
        }

        private static VBox lines(Planned planned) {
            var losses = planned.losses().stream().sorted().map(LossList::words).collect(Collectors.joining(" · "));
            var words = planned.isLeftOut() ? text("export.left-out", losses) : losses;
            return new VBox(
                    1,
                    Nodes.label(AccountNames.of(planned.entry().account()), "strong"),
                    Nodes.label(words, "muted", "small"));
        }
    }
}
