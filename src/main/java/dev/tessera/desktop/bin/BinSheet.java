package dev.tessera.desktop.bin;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.IssuerMark;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.Sheets;
import dev.tessera.vault.Entry;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The bin over the list. Escape leaves it.
public final class BinSheet extends Sheets {
    private final BinViewModel model;

    public BinSheet(BinViewModel model) {
        super(model::dismiss);
        this.model = model;
        model.entries().addListener((Observable _) -> show());
        model.openProperty().subscribe(_ -> show());
    }

    /// What opens it, while there is something in it.
    public static Button button(BinViewModel model) {
        var button = Nodes.button("bin", "", Feather.TRASH_2, model::open);
        button.getStyleClass().addAll("quiet", "small");
        Runnable count = () -> {
            button.setText(text("bin.button", model.entries().size()));
            Nodes.present(button, !model.entries().isEmpty());
        };
        model.entries().addListener((Observable _) -> count.run());
        count.run();
        return button;
    }

    private void show() {
        boolean shown = model.openProperty().get();
        begin(shown);
        if (!shown) {
            return;
        }
        var done = Nodes.primary(Nodes.button("bin-close", text("vault.close"), model::dismiss));
        var rows = new VBox(6);
        model.entries().forEach(entry -> rows.getChildren().add(row(entry)));
        var about = model.entries().isEmpty() ? text("bin.empty") : text("bin.about");
        put(
                new Sheet(text("bin.heading"))
                        .body(Nodes.label(about, "muted"), rows)
                        .buttons(done),
                done);
    }

    private Node row(Entry entry) {
        var who = entry.account();
        var mark = new IssuerMark();
        mark.show(who.issuer(), who.accountName());
        var names = new VBox(2, Nodes.label(who.title().isEmpty() ? text("card.no-name") : who.title(), "strong"));
        if (!who.issuer().isEmpty() && !who.accountName().isEmpty()) {
            names.getChildren().add(Nodes.label(who.accountName(), "muted", "small"));
        }
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        var row = new HBox(
                10,
                mark,
                names,
                Nodes.button("put-back", text("bin.put-back"), () -> model.putBack(entry)),
                Nodes.iconButton(
                        "remove-for-good",
                        text("bin.remove", who.title()),
                        Feather.TRASH_2,
                        () -> model.remove(entry)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("vault-state");
        return row;
    }
}
