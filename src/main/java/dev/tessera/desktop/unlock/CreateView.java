package dev.tessera.desktop.unlock;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.CapsLock;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.desktop.control.ProductMark;
import dev.tessera.desktop.control.StrengthMeter;
import dev.tessera.desktop.control.Waiting;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first start: the product's mark, a passphrase twice, what is lost if it is forgotten, and that is all.
public final class CreateView extends StackPane {
    private final CreateViewModel model;
    private final PassphraseField first = new PassphraseField();
    private final PassphraseField second = new PassphraseField();

    public CreateView(CreateViewModel model) {
        this.model = model;
        getStyleClass().add("gate");
        var column = new VBox(
                mark(),
                heading(),
                why(),
                passphrase(),
                new StrengthMeter(model.strengthProperty()),
                repeat(),
                warning(),
                problem(),
                create(),
                progress(),
                existing());
        column.getStyleClass().add("column");
        column.setAlignment(Pos.CENTER);
        column.setSpacing(12);
        getChildren().add(column);
    }

    /// Puts the caret where it is wanted.
    @Override
    public void requestFocus() {
        first.requestFocus();
    }

    /// Forgets what is typed.
    public void wipe() {
        first.clear();
        second.clear();
    }

    private static HBox mark() {
        var row = new HBox(new ProductMark());
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private static Label heading() {
        var heading = Nodes.label(text("create.heading"), "heading");
        VBox.setMargin(heading, new Insets(8, 0, 0, 0));
        return heading;
    }

    private Label why() {
        var why = Nodes.label(text("create.why"), "muted");
        why.setAlignment(Pos.CENTER);
        why.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        VBox.setMargin(why, new Insets(0, 0, 8, 0));
        return why;
    }

    private StackPane passphrase() {
        prepare(first, "passphrase", text("create.passphrase"));
        first.setOnAction(_ -> second.requestFocus());
        first.editsProperty().subscribe(() -> model.measure(first.toCharArray()));
        return CapsLock.over(first);
    }

    private StackPane repeat() {
        prepare(second, "passphrase-again", text("create.again"));
        second.setOnAction(_ -> createIt());
        return CapsLock.over(second);
    }

    private void prepare(PassphraseField field, String id, String prompt) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setMaxWidth(Double.MAX_VALUE);
        field.disableProperty().bind(model.workingProperty());
    }

    private static VBox warning() {
        var note = new VBox(4, Nodes.label(text("create.warning"), "body"));
        note.getStyleClass().addAll("note", "caution-note");
        return note;
    }

    private Label problem() {
        var label = Nodes.label("", "problem");
        label.setId("problem");
        label.textProperty().bind(model.problemProperty().map(GateProblem::sentence));
        label.setMaxWidth(Double.MAX_VALUE);
        model.problemProperty().subscribe(problem -> Nodes.present(label, problem.kind() != GateProblem.Kind.NONE));
        return label;
    }

    private Button create() {
        var button = Nodes.primary(Nodes.button("create", "", this::createIt));
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty()
                .bind(Bindings.when(model.workingProperty())
                        .then(text("create.working"))
                        .otherwise(text("create.button")));
        button.disableProperty()
                .bind(model.workingProperty()
                        .or(Bindings.createBooleanBinding(
                                () -> first.isEmpty() || second.isEmpty(),
                                first.editsProperty(),
                                second.editsProperty())));
        return button;
    }

    private ProgressBar progress() {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        model.workingProperty().subscribe(working -> Waiting.run(bar, working));
        return bar;
    }

    private Button existing() {
        var button = Nodes.button("other-vault", text("create.existing"), model::openExisting);
        button.getStyleClass().add("quiet");
        button.disableProperty().bind(model.workingProperty());
        return button;
    }

    private void createIt() {
        if (!first.isEmpty()) {
            model.create(first.toPassphrase(), first.isSameAs(second));
        }
    }
}
