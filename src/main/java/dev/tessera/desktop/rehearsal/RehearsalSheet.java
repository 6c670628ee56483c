package dev.tessera.desktop.rehearsal;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.Banner;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.Sheets;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The rehearsal, over the list. Escape closes it.
public final class RehearsalSheet extends Sheets {
    private final RehearsalViewModel model;

    public RehearsalSheet(RehearsalViewModel model) {
        super(model::dismiss);
        this.model = model;
        model.stateProperty().subscribe(this::show);
    }

    /// That it is time.
    public static Banner banner(RehearsalViewModel model) {
        return new Banner(
                "rehearsal-banner",
                new SimpleStringProperty(text("rehearsal.due")),
                model.dueProperty(),
                quiet(Nodes.button("rehearsal-never", text("rehearsal.never"), model::never)),
                quiet(Nodes.button("rehearsal-later", text("rehearsal.later"), model::later)),
                Nodes.button("rehearsal-begin", text("rehearsal.begin"), model::begin));
    }

    private static Button quiet(Button button) {
        button.getStyleClass().add("quiet");
        return button;
    }

    private void show(RehearsalState state) {
        begin(!(state instanceof RehearsalState.Hidden));
        switch (state) {
            case RehearsalState.Hidden _ -> {}
            case RehearsalState.Asking(var problem) -> asking(problem);
            case RehearsalState.Working _ -> working();
            case RehearsalState.Told told -> told(told);
        }
    }

    private void asking(String problem) {
        var field = new PassphraseField();
        field.setId("rehearsal-passphrase");
        field.setPromptText(text("unlock.passphrase"));
        field.setMaxWidth(Double.MAX_VALUE);
        var words = Nodes.label(problem, "problem");
        words.setId("rehearsal-problem");
        Nodes.present(words, !problem.isEmpty());
        var alone = Nodes.button("rehearsal-alone", text("rehearsal.alone"), () -> with(field, model::provePassphrase));
        var copy = Nodes.primary(Nodes.button(
                "rehearsal-copy", text("rehearsal.copy"), Feather.HARD_DRIVE, () -> with(field, model::proveCopy)));
        field.setOnAction(_ -> with(field, model::proveCopy));
        put(
                new Sheet(text("rehearsal.heading"))
                        .body(Nodes.label(text("rehearsal.explained"), "body"), field, words)
                        .buttons(Nodes.button("rehearsal-cancel", text("add.cancel"), model::dismiss), alone, copy),
                field,
                field::clear);
    }

    private void working() {
        putWorking(text("rehearsal.heading"), text("vault.working"));
    }

    private void told(RehearsalState.Told told) {
        var words = new VBox(10);
        words.setId("rehearsal-told");
        told.sentences().forEach(sentence -> words.getChildren().add(Nodes.label(sentence, "body")));
        var done = Nodes.primary(Nodes.button(
                "rehearsal-done", told.sound() ? text("vault.done") : text("vault.close"), model::dismiss));
        var sheet = new Sheet(told.sound() ? text("rehearsal.sound") : text("rehearsal.not-sound")).body(words);
        put(
                told.sound()
                        ? sheet.buttons(done)
                        : sheet.buttons(Nodes.button("rehearsal-again", text("rehearsal.again"), model::begin), done),
                done);
    }

    private static void with(PassphraseField field, Consumer<Passphrase> action) {
        if (!field.isEmpty()) {
            action.accept(field.toPassphrase());
        }
    }
}
