package dev.tessera.desktop.keys;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.Sheets;
import dev.tessera.desktop.control.Shortcut;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Which key does what. Escape leaves it.
public final class KeysSheet extends Sheets {
    /// @param open whether it is shown
    public KeysSheet(BooleanProperty open) {
        super(() -> open.set(false));
        open.subscribe(shown -> {
            begin(shown);
            if (shown) {
                var done = Nodes.primary(Nodes.button("keys-close", text("vault.close"), () -> open.set(false)));
                put(new Sheet(text("keys.heading")).body(table()).buttons(done), done);
            }
        });
    }

    private static Node table() {
        var grid = new GridPane(18, 9);
        var what = new ColumnConstraints();
        what.setHgrow(Priority.ALWAYS);
        var which = new ColumnConstraints();
        which.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(what, which);
        row(grid, text("keys.search"), text("keys.any-letter"));
        row(grid, text("keys.go-to-search"), Shortcut.name("F"));
        row(grid, text("keys.choose"), "↑", "↓", "←", "→");
        row(grid, text("keys.copy"), text("keys.enter"));
        row(grid, text("keys.copy-nth"), Shortcut.name("1"), "…", Shortcut.name("9"));
        row(grid, text("keys.uncover"), text("keys.space"));
        row(grid, text("keys.menu"), text("keys.shift") + "+F10");
        row(grid, text("keys.edit"), "F2", Shortcut.name("E"));
        row(grid, text("keys.move"), text("keys.alt") + "+↑", text("keys.alt") + "+↓");
        row(grid, text("keys.bin"), text("keys.delete"));
        row(grid, text("keys.undo"), Shortcut.name("Z"));
        row(grid, text("keys.scan"), Shortcut.name(text("keys.shift") + "+S"));
        row(grid, text("keys.region"), Shortcut.name(text("keys.shift") + "+R"));
        row(grid, text("keys.paste"), Shortcut.name("V"));
        row(grid, text("keys.add"), Shortcut.name("N"));
        row(grid, text("keys.settings"), Shortcut.name(","));
        row(grid, text("keys.lock"), Shortcut.name("L"));
        row(grid, text("tray.quit"), Shortcut.name("Q"));
        row(grid, text("keys.clear"), text("keys.escape"));
        row(grid, text("keys.keys"), "F1", "?");
        return grid;
    }

    private static void row(GridPane grid, String what, String... keys) {
        var names = new HBox(4);
        names.setMinWidth(Region.USE_PREF_SIZE);
        for (var key : keys) {
            var label = new Label(key);
            label.getStyleClass().add(key.equals("…") ? "muted" : "key");
            names.getChildren().add(label);
        }
        grid.addRow(grid.getRowCount(), Nodes.label(what, "body"), names);
    }
}
