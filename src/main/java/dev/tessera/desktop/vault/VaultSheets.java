package dev.tessera.desktop.vault;

import static dev.tessera.desktop.control.Messages.counted;
import static dev.tessera.desktop.control.Messages.said;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.Sheets;
import dev.tessera.desktop.vault.VaultPage.CopyState;
import dev.tessera.desktop.vault.VaultPage.EarlierState;
import dev.tessera.vault.Difference;
import dev.tessera.vault.file.OddEntry;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The sheets of the vault, one for each page, over the list. Escape goes one back.
public final class VaultSheets extends Sheets {
    private final VaultViewModel model;
    private final Runnable export;
    private final WaysInSheets waysIn;

    /// @param export leads to taking the accounts along
    public VaultSheets(VaultViewModel model, Runnable export) {
        super(model::back);
        this.model = model;
        this.export = export;
        this.waysIn = new WaysInSheets(model);
        model.pageProperty().subscribe(this::show);
    }

    private void show(VaultPage page) {
        begin(!(page instanceof VaultPage.Closed));
        switch (page) {
            case VaultPage.Closed _ -> {}
            case VaultPage.Working _ -> putWorking(text("vault.heading"), text("vault.working"));
            case VaultPage.Overview overview -> overview(overview);
            case VaultPage.Compared compared -> compared(compared);
            case VaultPage.Merged merged -> merged(merged);
            case VaultPage.Proving proving -> put(waysIn.proving(proving));
            case VaultPage.Choosing choosing -> show(waysIn.choosing(choosing));
            case VaultPage.RecoveryShown shown -> show(waysIn.recovery(shown));
        }
    }

    private void show(WaysInSheets.Ready ready) {
        put(ready.sheet(), ready.first(), ready.wipe());
    }

    private void overview(VaultPage.Overview overview) {
        var sheet = new Sheet(text("vault.heading"))
                .body(Nodes.label(overview.file().toString(), "muted", "small"));
        if (!overview.odd().isEmpty()) {
            sheet.body(odd(overview.odd()));
        }
        overview.copies().forEach(copy -> sheet.body(copy(copy)));
        sheet.body(waysIn.all(overview), takeAlong(), Nodes.label(text("vault.earlier"), "strong"));
        if (overview.states().isEmpty()) {
            sheet.body(Nodes.label(text("vault.no-earlier"), "muted"));
        }
        var states = new VBox(6);
        overview.states().forEach(state -> states.getChildren().add(state(state)));
        var close = Nodes.primary(Nodes.button("vault-close", text("vault.close"), model::dismiss));
        put(sheet.body(states).buttons(close), close);
    }

    private Node takeAlong() {
        return new VBox(
                8,
                Nodes.label(text("export.heading"), "strong"),
                Nodes.label(text("export.vault"), "body"),
                Nodes.button("export", text("export.open"), Feather.UPLOAD, export));
    }

    private static Node odd(List<OddEntry> entries) {
        var note = new VBox(8, Nodes.label(counted("vault.odd", entries.size()), "strong"));
        note.getStyleClass().addAll("note", "caution-note");
        for (var entry : entries) {
            var name = entry.name().isEmpty() ? text("vault.odd-nameless") : entry.name();
            note.getChildren().add(new VBox(2, Nodes.label(name), Nodes.label(said(entry.reason()), "body", "small")));
        }
        note.getChildren().add(Nodes.label(text("vault.odd-kept"), "body"));
        return note;
    }

    private Node copy(CopyState state) {
        var name = Nodes.label(text("vault.copy", String.valueOf(state.file().getFileName())), "strong");
        var note = new VBox(8, name);
        note.getStyleClass().add("note");
        if (state.copy().isEmpty()) {
            note.getStyleClass().add("problem-note");
            note.getChildren().add(Nodes.label(state.problem(), "body"));
        } else if (state.copy().get().known()) {
            note.getChildren().add(Nodes.label(text("vault.copy-known"), "body"));
        } else {
            note.getStyleClass().add("caution-note");
            note.getChildren()
                    .addAll(
                            Nodes.label(text("vault.copy-new"), "body"),
                            Nodes.button(
                                    "merge", text("vault.merge"), Feather.GIT_MERGE, () -> model.merge(state.file())));
        }
        return note;
    }

    private Node state(EarlierState state) {
        var words = state.difference()
                .map(difference -> counted("vault.state", state.listed()) + " · " + DifferenceView.summary(difference))
                .orElseGet(() -> text("vault.state-damaged"));
        var lines = new VBox(2, Nodes.label(Moments.of(state.backup().saved())), Nodes.label(words, "muted", "small"));
        HBox.setHgrow(lines, Priority.ALWAYS);
        var row = new HBox(10, lines);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("vault-state");
        if (state.difference().isPresent()) {
            row.getChildren()
                    .add(Nodes.button(
                            "compare-" + state.backup().generation(),
                            text("vault.compare"),
                            () -> model.compare(state)));
        }
        return row;
    }

    private void compared(VaultPage.Compared compared) {
        var state = compared.state();
        var back = Nodes.button("vault-back", text("vault.back"), model::back);
        var sheet = new Sheet(text("vault.compared", Moments.of(state.backup().saved())));
        if (compared.difference().isNone()) {
            put(sheet.body(Nodes.label(text("vault.same"), "body")).buttons(back), back);
            return;
        }
        var restore = Nodes.primary(
                Nodes.button("restore", text("vault.restore"), Feather.ROTATE_CCW, () -> model.restore(state)));
        put(
                sheet.body(
                                Nodes.label(text("vault.restore-explained"), "muted"),
                                new DifferenceView(
                                        compared.difference(),
                                        text("difference.would-come"),
                                        text("difference.would-go")))
                        .buttons(back, restore),
                back);
    }

    private void merged(VaultPage.Merged merged) {
        var sheet = new Sheet(text("vault.merged-heading"));
        sheet.body(
                Nodes.label(text("vault.from-copy", merged.name()), "strong"),
                brought(merged.fromCopy()),
                Nodes.label(text("vault.from-here"), "strong"),
                brought(merged.fromHere()),
                Nodes.label(text("vault.copy-stays"), "muted", "small"));
        var done = Nodes.primary(Nodes.button("vault-close", text("vault.done"), model::dismiss));
        put(sheet.buttons(done), done);
    }

    private static Node brought(Difference difference) {
        return new DifferenceView(difference, text("difference.new"), text("difference.removed"));
    }
}
