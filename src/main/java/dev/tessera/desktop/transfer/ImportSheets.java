package dev.tessera.desktop.transfer;

import static dev.tessera.desktop.control.Messages.counted;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.CapsLock;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.Sheets;
import dev.tessera.desktop.transfer.ImportLine.Verdict;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The sheets of the import, one for each state, over the list. Escape closes any of them.
public final class ImportSheets extends Sheets {
    private final ImportViewModel model;

    public ImportSheets(ImportViewModel model) {
        super(model::cancel);
        this.model = model;
        model.stateProperty().subscribe(this::show);
    }

    private void show(ImportState state) {
        begin(!(state instanceof ImportState.Hidden));
        switch (state) {
            case ImportState.Hidden _ -> {}
            case ImportState.Working(var what) -> putWorking(text("import.heading"), what, cancel());
            case ImportState.Sealed sealed -> sealed(sealed);
            case ImportState.Told told -> told(told);
            case ImportState.Nothing(var sentences) -> nothing(sentences);
        }
    }

    private void sealed(ImportState.Sealed sealed) {
        var field = new PassphraseField();
        field.setId("import-passphrase");
        field.setPromptText(text("import.passphrase"));
        field.setMaxWidth(Double.MAX_VALUE);
        Runnable open = () -> {
            if (!field.isEmpty()) {
                model.open(field.toForeignPassphrase());
            }
        };
        field.setOnAction(_ -> open.run());
        var problem = Nodes.label(sealed.problem(), "problem");
        problem.setId("import-problem");
        Nodes.present(problem, !sealed.problem().isEmpty());
        put(
                new Sheet(text("import.from", sealed.program()))
                        .body(
                                Nodes.label(text("import.sealed", sealed.file(), sealed.program()), "body"),
                                CapsLock.over(field),
                                problem)
                        .buttons(
                                cancel(),
                                Nodes.button("import-leave-out", text("import.leave-out"), model::leaveOut),
                                Nodes.primary(Nodes.button("import-open", text("import.open"), open))),
                field,
                field::clear);
    }

    private void told(ImportState.Told told) {
        var list = new ImportList(told.lines());
        var sheet = new Sheet(told.heading()).body(Nodes.label(summary(told), "muted"), list);
        if (!told.notes().isEmpty()) {
            sheet.body(notes(told.notes()));
        }
        var add = addChosen(told);
        put(sheet.buttons(more(), cancel(), add), add);
    }

    private static VBox notes(List<String> notes) {
        var box = new VBox(4, Nodes.label(text("add.weak"), "strong", "small"));
        box.setId("import-notes");
        box.getStyleClass().addAll("note", "caution-note");
        notes.forEach(note -> box.getChildren().add(Nodes.label(note, "body", "small")));
        return box;
    }

    /// As many as there are things in the files: none is left out.
    private static String summary(ImportState.Told told) {
        var parts = new ArrayList<String>();
        parts.add(text("import.count-found", told.lines().size()));
        part(parts, told.count(Verdict.NEW), text("import.count-new", told.count(Verdict.NEW)));
        part(parts, told.count(Verdict.REPAIRED), text("import.count-repaired", told.count(Verdict.REPAIRED)));
        part(parts, told.count(Verdict.PRESENT), text("import.count-present", told.count(Verdict.PRESENT)));
        part(parts, told.count(Verdict.REJECTED), text("import.count-rejected", told.count(Verdict.REJECTED)));
        return String.join(" · ", parts);
    }

    private static void part(List<String> parts, int count, String words) {
        if (count > 0) {
            parts.add(words);
        }
    }

    private Button addChosen(ImportState.Told told) {
        var add = Nodes.primary(Nodes.button("import-add", "", model::addChosen));
        var choices = told.lines().stream().map(ImportLine::chosenProperty).toArray(Observable[]::new);
        var count = Bindings.createIntegerBinding(() -> told.chosen().size(), choices);
        add.textProperty().bind(Bindings.createStringBinding(() -> counted("add.add", count.get()), count));
        add.disableProperty().bind(count.isEqualTo(0));
        return add;
    }

    private void nothing(List<String> sentences) {
        var words = new VBox(8);
        words.setId("import-nothing");
        sentences.forEach(sentence -> words.getChildren().add(Nodes.label(sentence, "body")));
        var icon = new FontIcon(Feather.FILE_TEXT);
        icon.getStyleClass().add("seen-icon");
        var other = Nodes.primary(Nodes.button("import-other", text("import.other"), () -> {
            model.cancel();
            model.choose();
        }));
        put(new Sheet(text("import.nothing")).body(new HBox(16, icon, words)).buttons(cancel(), other), other);
    }

    private Button more() {
        return Nodes.button("import-more", text("import.more"), Feather.FILE_PLUS, model::choose);
    }

    private Button cancel() {
        return Nodes.button("import-cancel", text("add.cancel"), model::cancel);
    }
}
