package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.desktop.form.AccountCard;
import dev.tessera.desktop.form.Fields;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.vault.Entry;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// One account of the preview: its card, what was put right, what is weak, and what shall become of it.
final class CandidateView extends VBox {
    private final Candidate candidate;

    /// @param alone whether it is the only one: then there is nothing to choose but to add or to cancel
    CandidateView(Candidate candidate, Ticker ticker, boolean alone) {
        this.candidate = candidate;
        setSpacing(8);
        var card = new AccountCard(ticker);
        card.show(candidate.issuer(), candidate.accountName());
        candidate.uriProperty().subscribe(uri -> card.show(uri.map(OtpauthUri::account)));
        getChildren().add(card);
        if (candidate.needsPin()) {
            getChildren().add(pin());
        }
        say(text("add.repaired"), candidate.repairs(), "note");
        candidate.uriProperty().subscribe(_ -> say(text("add.weak"), candidate.warnings(), "caution-note"));
        candidate.duplicateProperty().subscribe(duplicate -> choice(duplicate, alone));
    }

    private VBox pin() {
        return Fields.pin("pin", text("add.pin"), candidate::pin, candidate.pinProblemProperty());
    }

    private void say(String heading, List<String> sentences, String style) {
        if (sentences.isEmpty()) {
            return;
        }
        var note = new VBox(4, Nodes.label(heading, "strong", "small"));
        note.getStyleClass().addAll("note", style);
        sentences.forEach(sentence -> note.getChildren().add(Nodes.label(sentence, "body", "small")));
        getChildren().add(note);
    }

    private void choice(Optional<Entry> duplicate, boolean alone) {
        getChildren().removeIf(node -> "choice".equals(node.getId()));
        if (duplicate.isPresent()) {
            getChildren().add(1, present(duplicate.get()));
        } else if (!alone) {
            getChildren().add(1, include());
        }
    }

    private CheckBox include() {
        var box = new CheckBox(text("add.include"));
        box.setId("choice");
        box.setSelected(candidate.choiceProperty().get() == Candidate.Choice.ADD);
        box.selectedProperty()
                .subscribe(yes -> candidate.choiceProperty().set(yes ? Candidate.Choice.ADD : Candidate.Choice.LEAVE));
        return box;
    }

    private VBox present(Entry entry) {
        var account = entry.account();
        var name = account.accountName().isEmpty() || account.issuer().isEmpty()
                ? account.title()
                : text("add.names", account.issuer(), account.accountName());
        var box = new ComboBox<Candidate.Choice>();
        box.setAccessibleText(text("add.present-choice"));
        box.getItems().setAll(Candidate.Choice.LEAVE, Candidate.Choice.RENAME, Candidate.Choice.ADD);
        box.setConverter(new ChoiceWords());
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(candidate.choiceProperty());
        var note = new VBox(8, Nodes.label(text("add.present", name), "body", "small"), box);
        note.setId("choice");
        note.getStyleClass().addAll("note", "caution-note");
        return note;
    }

    private static final class ChoiceWords extends StringConverter<Candidate.Choice> {
        @Override
        public String toString(Candidate.Choice choice) {
            return switch (choice) {
                case LEAVE -> text("add.choice-leave");
                case RENAME -> text("add.choice-rename");
                case ADD -> text("add.choice-add");
            };
        }

        @Override
        public Candidate.Choice fromString(String words) {
            throw new AssertionError("the box cannot be typed into");
        }
    }
}
