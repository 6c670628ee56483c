package dev.tessera.desktop.explain;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.clock.ClockViewModel;
import dev.tessera.desktop.control.CodeFigures;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.Sheets;
import dev.tessera.desktop.form.Fields;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Why a code may be refused, over the list. Escape leaves it.
public final class ExplainSheet extends Sheets {
    private static final PseudoClass PRESENT = PseudoClass.getPseudoClass("present");

    private final ExplainViewModel model;
    private final ClockViewModel clock;

    /// @param clock measures, where the person wants it
    public ExplainSheet(ExplainViewModel model, ClockViewModel clock) {
        super(model::dismiss);
        this.model = model;
        this.clock = clock;
        model.stateProperty().subscribe(this::show);
    }

    private void show(ExplainState state) {
        begin(!(state instanceof ExplainState.Hidden));
        switch (state) {
            case ExplainState.Hidden _ -> {}
            case ExplainState.Shown shown -> shown(shown);
        }
    }

    private void shown(ExplainState.Shown shown) {
        var rows = new VBox(2);
        rows.setId("explain-codes");
        rows.getStyleClass().add("near-codes");
        var told = new VBox(6);
        told.setId("explain-verdict");
        var following = Subscription.combine(
                model.codesProperty().subscribe(codes -> show(codes, rows)),
                model.verdictProperty().subscribe(verdict -> show(verdict, told)));
        var typed = Fields.input("explain-typed", "", model.typedProperty(), model::compare);
        var compare = Nodes.primary(Nodes.button("explain-compare", text("explain.compare-go"), model::compare));
        put(
                new Sheet(text("menu.explain"))
                        .body(
                                new VBox(
                                        3,
                                        Nodes.label(shown.account().title(), "strong"),
                                        Nodes.label(shown.made(), "muted")),
                                rows,
                                aboutTheClock(shown.goesByAClock()),
                                Fields.field(text("explain.compare"), typed),
                                told)
                        .buttons(Nodes.button("explain-close", text("vault.close"), model::dismiss), compare),
                typed,
                () -> {
                    following.unsubscribe();
                    typed.textProperty().unbindBidirectional(model.typedProperty());
                    typed.clear();
                });
    }

    private Node aboutTheClock(boolean present) {
        var about = new VBox(
                8,
                Nodes.label(model.aboutTheClock(), "body"),
                Nodes.button("explain-clock", text("explain.check-clock"), this::checkClock));
        Nodes.present(about, present);
        return about;
    }

    private void checkClock() {
        model.dismiss();
        clock.open();
    }

    /// The rows stay the same nodes from step to step, so that whoever reads one by ear is not thrown out of it.
    private static void show(List<NearCode> codes, VBox rows) {
        var present = rows.getChildren();
        while (present.size() < codes.size()) {
            present.add(new Row());
        }
        present.remove(codes.size(), present.size());
        for (int i = 0; i < codes.size(); i++) {
            ((Row) present.get(i)).show(codes.get(i));
        }
    }

    private static void show(Verdict verdict, VBox told) {
        told.getChildren().clear();
        for (var sentence : verdict.sentences()) {
            told.getChildren().add(Nodes.label(sentence, told.getChildren().isEmpty() ? "strong" : "body"));
        }
        // Read at once: it is the answer to what was asked.
        told.setAccessibleText(String.join(" ", verdict.sentences()));
        told.setFocusTraversable(!verdict.sentences().isEmpty());
        Nodes.present(told, !verdict.sentences().isEmpty());
    }

    /// One code with its time.
    private static final class Row extends HBox {
        private final Label when = Nodes.line("near-when");
        private final Label note = Nodes.line("near-note");
        private final CodeFigures figures = new CodeFigures();

        Row() {
            super(10);
            getStyleClass().add("near-code");
            setAlignment(Pos.CENTER_LEFT);
            setAccessibleRole(AccessibleRole.TEXT);
            setFocusTraversable(true);
            when.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().addAll(when, note, Nodes.spring(), figures);
        }

        void show(NearCode code) {
            when.setText(code.when());
            note.setText(code.note());
            figures.show(code.code());
            pseudoClassStateChanged(PRESENT, code.isPresent());
            setAccessibleText(code.spoken());
        }
    }
}
