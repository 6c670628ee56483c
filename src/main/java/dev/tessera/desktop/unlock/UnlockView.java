package dev.tessera.desktop.unlock;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.CapsLock;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.desktop.control.ProductMark;
import dev.tessera.desktop.control.Waiting;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The locked window: the passphrase field, and nothing of any account.
public final class UnlockView extends StackPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final UnlockViewModel model;
    private final PassphraseField field = new PassphraseField();

    public UnlockView(UnlockViewModel model) {
        this.model = model;
        getStyleClass().add("gate");
        var column = new VBox(
                mark(), heading(), file(), passphrase(), problem(), unlock(), byKeyring(), progress(), otherWays());
        column.getStyleClass().add("column");
        column.setAlignment(Pos.CENTER);
        column.setFillWidth(true);
        column.setSpacing(12);
        getChildren().add(column);
    }

    /// Puts the caret where it is wanted.
    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    /// Forgets what is typed.
    public void wipe() {
        field.clear();
    }

    private static HBox mark() {
        var row = new HBox(new ProductMark());
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private static Label heading() {
        var heading = Nodes.label(text("unlock.heading"), "heading");
        VBox.setMargin(heading, new javafx.geometry.Insets(8, 0, 0, 0));
        return heading;
    }

    private Label file() {
        return Nodes.label(model.fileName(), "muted");
    }

    private StackPane passphrase() {
        field.setId("passphrase");
        field.setPromptText(text("unlock.passphrase"));
        field.setMaxWidth(Double.MAX_VALUE);
        field.setOnAction(_ -> tryIt());
        field.editsProperty().subscribe(model::edited);
        field.disableProperty().bind(model.workingProperty());
        model.problemProperty().subscribe(problem -> {
            boolean wrong = problem.kind() == GateProblem.Kind.WRONG_PASSPHRASE;
            field.pseudoClassStateChanged(WRONG, wrong);
            if (wrong) {
                Platform.runLater(field::requestFocus);
            }
        });
        return CapsLock.over(field);
    }

    private Label problem() {
        var label = Nodes.label("", "problem");
        label.setId("problem");
        label.textProperty().bind(model.problemProperty().map(GateProblem::sentence));
        label.setMaxWidth(Double.MAX_VALUE);
        model.problemProperty().subscribe(problem -> Nodes.present(label, problem.kind() != GateProblem.Kind.NONE));
        return label;
    }

    private Button unlock() {
        var button = Nodes.primary(Nodes.button("unlock", text("unlock.button"), this::tryIt));
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty()
                .bind(Bindings.when(model.workingProperty())
                        .then(text("unlock.working"))
                        .otherwise(text("unlock.button")));
        button.disableProperty()
                .bind(model.workingProperty().or(Bindings.createBooleanBinding(field::isEmpty, field.editsProperty())));
        return button;
    }

    private Button byKeyring() {
        var button = Nodes.button("unlock-by-keyring", "", Feather.KEY, model::unlockByKeyring);
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty()
                .bind(Bindings.when(model.askingProperty())
                        .then(text("unlock.keyring-asking"))
                        .otherwise(text("unlock.keyring")));
        button.disableProperty().bind(model.askingProperty().or(model.workingProperty()));
        model.byKeyringProperty().subscribe(there -> Nodes.present(button, there));
        return button;
    }

    private ProgressBar progress() {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        model.workingProperty().subscribe(working -> Waiting.run(bar, working));
        return bar;
    }

    private HBox otherWays() {
        var other = Nodes.button("other-vault", text("unlock.other"), model::chooseOther);
        other.getStyleClass().add("quiet");
        var create = Nodes.button("create-new", text("unlock.create"), model::createNew);
        create.getStyleClass().add("quiet");
        model.problemProperty()
                .subscribe(problem -> Nodes.present(create, problem.kind() == GateProblem.Kind.MISSING_FILE));
        var row = new HBox(4, other, create);
        row.setAlignment(Pos.CENTER);
        row.disableProperty().bind(model.workingProperty());
        return row;
    }

    private void tryIt() {
        if (!field.isEmpty()) {
            model.unlock(field.toPassphrase());
        }
    }
}
