package dev.tessera.desktop;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.entries.EntriesViewModel;
import dev.tessera.desktop.entries.Notice;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The line at the foot of the window that tells what just happened and takes it back.
final class ToastView extends StackPane {
    private final EntriesViewModel model;

    ToastView(EntriesViewModel model) {
        this.model = model;
        setPickOnBounds(false);
        setPadding(new Insets(0, 16, 44, 16));
        model.noticeProperty().subscribe(this::show);
    }

    private void show(Optional<Notice> notice) {
        getChildren().clear();
        notice.ifPresent(told -> getChildren().add(raised(toast(told))));
    }

    /// The shadow is a node of its own, as that of a sheet is: JavaFX keeps pictures of what has one.
    private static StackPane raised(HBox toast) {
        var shadow = new Region();
        shadow.getStyleClass().add("toast-shadow");
        shadow.setMouseTransparent(true);
        var raised = new StackPane(shadow, toast);
        raised.setPickOnBounds(false);
        raised.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(raised, Pos.BOTTOM_CENTER);
        return raised;
    }

    private HBox toast(Notice notice) {
        Label words = Nodes.label(notice.text());
        var toast = new HBox(10, words);
        toast.setId("toast");
        toast.getStyleClass().add("toast");
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setMinHeight(44);
        if (notice.undo().isPresent()) {
            toast.getChildren().add(Nodes.button("undo", text("notice.undo"), model::undo));
        }
        return toast;
    }
}
