package dev.tessera.desktop.control;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.crypto.Passphrase;
import java.util.function.Consumer;
import javafx.scene.control.Button;

/// Asks for the passphrase of the open vault, before something that only its owner may do.
///
/// @param field has the keys first
public record PassphraseSheet(Sheet sheet, PassphraseField field) {

    /// @param why it is asked for
    /// @param problem with what was typed before; empty at first
    /// @param leave the button that leads away
    /// @param go what the other button says
    /// @param action takes the passphrase, and wipes it
    public static PassphraseSheet of(
            String heading, String why, String problem, Button leave, String go, Consumer<Passphrase> action) {
        var field = new PassphraseField();
        field.setId("prove");
        field.setPromptText(text("unlock.passphrase"));
        field.setMaxWidth(Double.MAX_VALUE);
        Runnable prove = () -> {
            if (!field.isEmpty()) {
                action.accept(field.toPassphrase());
            }
        };
        field.setOnAction(_ -> prove.run());
        var words = Nodes.label(problem, "problem");
        words.setId("prove-problem");
        Nodes.present(words, !problem.isEmpty());
        var sheet = new Sheet(heading)
                .body(Nodes.label(why, "body"), CapsLock.over(field), words)
                .buttons(leave, Nodes.primary(Nodes.button("prove-go", go, prove)));
        return new PassphraseSheet(sheet, field);
    }
}
