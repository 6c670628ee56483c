package dev.tessera.desktop.detail;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.CapsLock;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.Sheets;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.desktop.form.AccountCard;
import dev.tessera.desktop.form.Fields;
import dev.tessera.desktop.form.ParametersFields;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The sheets of one account, over the list. Escape leaves them.
public final class DetailSheets extends Sheets {
    private final DetailViewModel model;
    private final Ticker ticker;
    private Runnable wipe = () -> {};

    public DetailSheets(DetailViewModel model, Ticker ticker) {
        super(model::dismiss);
        this.model = model;
        this.ticker = ticker;
        model.pageProperty().subscribe(this::show);
    }

    private void show(DetailPage page) {
        setVisible(!(page instanceof DetailPage.Closed));
        getChildren().clear();
        wipe.run();
        wipe = () -> {};
        switch (page) {
            case DetailPage.Closed _ -> {}
            case DetailPage.Working _ -> working();
            case DetailPage.Editing(var form) -> editing(form);
            case DetailPage.Proving proving -> proving(proving);
            case DetailPage.CodeShown shown -> code(shown);
        }
    }

    private void working() {
        var turning = new ProgressIndicator();
        turning.setPrefSize(28, 28);
        var row = new HBox(14, turning, Nodes.label(text("vault.working"), "body"));
        row.setAlignment(Pos.CENTER_LEFT);
        put(new Sheet(text("detail.working")).body(row), this);
    }

    private void editing(EditForm form) {
        Runnable save = () -> model.save(form);
        var issuer = input("edit-issuer", text("type-in.issuer-prompt"), form.issuerProperty(), save);
        var note = new TextArea();
        note.setId("edit-note");
        note.setPromptText(text("detail.note-prompt"));
        note.setPrefRowCount(3);
        note.setWrapText(true);
        note.textProperty().bindBidirectional(form.noteProperty());
        var fields = new VBox(
                12,
                Fields.field(text("type-in.issuer"), issuer),
                Fields.field(
                        text("type-in.name"),
                        input("edit-name", text("type-in.name-prompt"), form.accountNameProperty(), save)),
                Fields.field(
                        text("detail.tags"), input("edit-tags", text("detail.tags-prompt"), form.tagsProperty(), save)),
                Fields.field(text("detail.note"), note));
        form.parameters().ifPresent(parameters -> {
            var more = new ParametersFields(parameters, save);
            var caution = Nodes.label(text("detail.numbers-caution"), "muted", "small");
            more.getChildren().addFirst(caution);
            fields.getChildren().addAll(more.button(), more);
        });
        var go = Nodes.primary(Nodes.button("edit-save", text("detail.save"), save));
        go.disableProperty().bind(form.accountProperty().map(Optional::isEmpty));
        put(
                new Sheet(text("detail.edit"))
                        .body(card(form), fields)
                        .buttons(Nodes.button("edit-cancel", text("add.cancel"), model::dismiss), go),
                issuer);
    }

    private static TextField input(String id, String prompt, StringProperty value, Runnable submit) {
        return Fields.input(id, prompt, value, submit);
    }

    /// What the list would show.
    private Node card(EditForm form) {
        var card = new AccountCard(ticker);
        card.setId("edit-preview");
        form.accountProperty().subscribe(account -> {
            if (account.isPresent()) {
                card.show(account);
            }
        });
        return card;
    }

    private void proving(DetailPage.Proving proving) {
        var field = new PassphraseField();
        field.setId("prove");
        field.setPromptText(text("unlock.passphrase"));
        field.setMaxWidth(Double.MAX_VALUE);
        wipe = field::clear;
        Runnable go = () -> {
            if (!field.isEmpty()) {
                model.prove(proving.account(), field.toPassphrase());
            }
        };
        field.setOnAction(_ -> go.run());
        var problem = Nodes.label(proving.problem(), "problem");
        problem.setId("prove-problem");
        Nodes.present(problem, !proving.problem().isEmpty());
        put(
                new Sheet(text("detail.code-heading", proving.account().title()))
                        .body(Nodes.label(text("detail.code-why"), "body"), CapsLock.over(field), problem)
                        .buttons(
                                Nodes.button("code-cancel", text("add.cancel"), model::dismiss),
                                Nodes.primary(Nodes.button("prove-go", text("detail.code-go"), go))),
                field);
    }

    private void code(DetailPage.CodeShown shown) {
        var who = shown.account();
        var picture = new QrPane(shown.modules());
        picture.setAccessibleText(text("detail.code-name", who.title()));
        var middle = new HBox(picture);
        middle.setAlignment(Pos.CENTER);
        var done = Nodes.primary(Nodes.button("code-close", text("vault.done"), model::dismiss));
        put(
                new Sheet(text("detail.code-heading", who.title()))
                        .body(
                                Nodes.label(who.issuer().isEmpty() ? "" : who.accountName(), "muted"),
                                middle,
                                Nodes.label(text("detail.code-about"), "body"))
                        .buttons(done),
                done);
    }
}
