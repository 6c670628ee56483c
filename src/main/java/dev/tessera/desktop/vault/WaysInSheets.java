package dev.tessera.desktop.vault;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.CapsLock;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.desktop.control.PassphraseSheet;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.StrengthMeter;
import dev.tessera.desktop.vault.VaultPage.KeyringState;
import dev.tessera.desktop.vault.VaultPage.Purpose;
import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a person sees of the ways into the vault: passphrase, recovery key, keyring.
final class WaysInSheets {
    private final VaultViewModel model;

    WaysInSheets(VaultViewModel model) {
        this.model = model;
    }

    /// A sheet to be shown.
    ///
    /// @param first has the focus
    /// @param wipe forgets what was typed, when it goes
    record Ready(Sheet sheet, Node first, Runnable wipe) {
        Ready(Sheet sheet, Node first) {
            this(sheet, first, () -> {});
        }
    }

    /// All of them, for the sheet of the whole vault.
    Node all(VaultPage.Overview overview) {
        return new VBox(18, passphrase(), recoveryKey(overview.hasRecoveryKey()), keyring());
    }

    private static VBox way(String heading, Node words, Node... buttons) {
        return new VBox(8, Nodes.label(heading, "strong"), words, new FlowPane(8, 8, buttons));
    }

    private Node passphrase() {
        return way(
                text("vault.passphrase"),
                Nodes.label(text("vault.passphrase-about"), "body"),
                Nodes.button(
                        "change-passphrase", text("vault.passphrase-change"), Feather.LOCK, model::askForPassphrase));
    }

    private Node recoveryKey(boolean there) {
        var make = Nodes.button(
                "recovery-key",
                there ? text("vault.recovery-again") : text("vault.recovery-make"),
                Feather.LIFE_BUOY,
                model::askForRecoveryKey);
        var remove = Nodes.button(
                "recovery-remove", text("vault.recovery-remove"), Feather.TRASH_2, model::removeRecoveryKey);
        Nodes.present(remove, there);
        return way(
                text("vault.recovery"),
                Nodes.label(there ? text("vault.recovery-there") : text("vault.recovery-none"), "body"),
                make,
                remove);
    }

    private Node keyring() {
        var words = Nodes.label("", "body");
        words.setId("keyring-state");
        words.textProperty().bind(model.keyringProperty().map(WaysInSheets::words));
        var on = Nodes.button("keyring-on", text("vault.keyring-on"), Feather.KEY, model::askForKeyring);
        var off = Nodes.button("keyring-off", text("vault.keyring-off"), Feather.X_CIRCLE, model::shutOutKeyring);
        presentWhile(on, KeyringState.OFF);
        presentWhile(off, KeyringState.ON);
        var way = way(text("vault.keyring"), words, on, off);
        way.visibleProperty().bind(Bindings.notEqual(model.keyringProperty(), KeyringState.NONE));
        way.managedProperty().bind(way.visibleProperty());
        return way;
    }

    private void presentWhile(Button button, KeyringState state) {
        button.visibleProperty().bind(Bindings.equal(model.keyringProperty(), state));
        button.managedProperty().bind(button.visibleProperty());
    }

    private static String words(KeyringState state) {
        return switch (state) {
            case NONE -> "";
            case ASKED -> text("vault.keyring-asked");
            case SILENT -> text("vault.keyring-silent");
            case OFF -> text("vault.keyring-is-off");
            case ON -> text("vault.keyring-is-on");
        };
    }

    PassphraseSheet proving(VaultPage.Proving proving) {
        var purpose = proving.purpose();
        return PassphraseSheet.of(
                heading(purpose),
                why(purpose),
                proving.problem(),
                back(),
                go(purpose),
                passphrase -> model.prove(purpose, passphrase));
    }

    private static String heading(Purpose purpose) {
        return switch (purpose) {
            case RECOVERY_KEY, NEXT_RECOVERY_KEY -> text("vault.recovery-heading");
            case KEYRING -> text("vault.keyring-heading");
            case NEXT_PASSPHRASE -> text("vault.passphrase-heading");
        };
    }

    private static String why(Purpose purpose) {
        return switch (purpose) {
            case RECOVERY_KEY -> text("vault.recovery-why");
            case NEXT_RECOVERY_KEY -> text("vault.recovery-replaces");
            case KEYRING -> text("vault.keyring-why");
            case NEXT_PASSPHRASE -> text("vault.passphrase-why");
        };
    }

    private static String go(Purpose purpose) {
        return switch (purpose) {
            case RECOVERY_KEY, NEXT_RECOVERY_KEY -> text("vault.recovery-go");
            case KEYRING -> text("vault.keyring-go");
            case NEXT_PASSPHRASE -> text("vault.passphrase-go");
        };
    }

    Ready choosing(VaultPage.Choosing choosing) {
        var first = field("next-passphrase", text("vault.passphrase-next"));
        var again = field("next-passphrase-again", text("create.again"));
        first.editsProperty().subscribe(() -> model.measure(first.toCharArray()));
        Runnable go = () -> {
            if (!first.isEmpty()) {
                model.changePassphrase(first.toPassphrase(), first.isSameAs(again));
            }
        };
        first.setOnAction(_ -> again.requestFocus());
        again.setOnAction(_ -> go.run());
        var sheet = new Sheet(text("vault.passphrase-heading"))
                .body(
                        CapsLock.over(first),
                        new StrengthMeter(model.strengthProperty()),
                        CapsLock.over(again),
                        problem("next-passphrase-problem", choosing.problem()),
                        Nodes.label(text("vault.passphrase-backups"), "muted", "small"))
                .buttons(back(), Nodes.primary(Nodes.button("next-passphrase-go", text("vault.passphrase-set"), go)));
        return new Ready(sheet, first, () -> {
            first.clear();
            again.clear();
        });
    }

    Ready recovery(VaultPage.RecoveryShown shown) {
        var groups = new FlowPane(12, 10);
        groups.setId("recovery-groups");
        groups.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // as it is typed
        groups.getStyleClass().add("recovery-groups");
        for (var group : shown.groups()) {
            var label = Nodes.line("recovery-group");
            label.setText(group);
            groups.getChildren().add(label);
        }
        var done = Nodes.primary(Nodes.button("vault-close", text("vault.written"), model::dismiss));
        var sheet = new Sheet(text("vault.recovery-shown"))
                .body(
                        Nodes.label(text("vault.recovery-write"), "body"),
                        groups,
                        Nodes.label(text("vault.recovery-keep"), "muted"))
                .buttons(done);
        return new Ready(sheet, done);
    }

    private Button back() {
        return Nodes.button("vault-back", text("vault.back"), model::back);
    }

    private static PassphraseField field(String id, String prompt) {
        var field = new PassphraseField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setMaxWidth(Double.MAX_VALUE);
        return field;
    }

    private static Label problem(String id, String sentence) {
        var problem = Nodes.label(sentence, "problem");
        problem.setId(id);
        Nodes.present(problem, !sentence.isEmpty());
        return problem;
    }
}
