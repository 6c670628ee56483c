package dev.tessera.desktop.detail;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.PassphraseSheet;
import dev.tessera.desktop.control.Pictures;
import dev.tessera.desktop.control.Sheet;
import dev.tessera.desktop.control.Sheets;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.desktop.form.AccountCard;
import dev.tessera.desktop.form.Fields;
import dev.tessera.desktop.form.ParametersFields;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The sheets of one account, over the list. Escape leaves them.
public final class DetailSheets extends Sheets {
    private final DetailViewModel model;
    private final Ticker ticker;

    public DetailSheets(DetailViewModel model, Ticker ticker) {
        super(model::dismiss);
        this.model = model;
        this.ticker = ticker;
        model.pageProperty().subscribe(this::show);
    }

    private void show(DetailPage page) {
        begin(!(page instanceof DetailPage.Closed));
        switch (page) {
            case DetailPage.Closed _ -> {}
            case DetailPage.Working _ -> putWorking(text("detail.working"), text("vault.working"));
            case DetailPage.Editing(var form) -> editing(form);
            case DetailPage.Proving proving -> proving(proving);
            case DetailPage.CodeShown shown -> code(shown);
        }
    }

    private void editing(EditForm form) {
        Runnable save = () -> model.save(form);
        var issuer = Fields.input("edit-issuer", text("type-in.issuer-prompt"), form.issuerProperty(), save);
        var note = new TextArea();
        note.setId("edit-note");
        note.setPromptText(text("detail.note-prompt"));
        note.setPrefRowCount(3);
        Nodes.wrap(note);
        Pictures.keepNone(note);
        note.textProperty().bindBidirectional(form.noteProperty());
        var fields = new VBox(
                12,
                Fields.field(text("type-in.issuer"), issuer),
                Fields.field(
                        text("type-in.name"),
                        Fields.input("edit-name", text("type-in.name-prompt"), form.accountNameProperty(), save)),
                Fields.field(
                        text("detail.tags"),
                        Fields.input("edit-tags", text("detail.tags-prompt"), form.tagsProperty(), save)),
                Fields.field(text("detail.note"), note));
        if (form.hasPin()) {
            var pin = Fields.pin("edit-pin", text("detail.pin-prompt"), form::pin, form.pinProblemProperty());
            fields.getChildren().add(Fields.field(text("add.pin"), pin));
        }
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
        put(PassphraseSheet.of(
                text("detail.code-heading", proving.account().title()),
                text("detail.code-why"),
                proving.problem(),
                Nodes.button("code-cancel", text("add.cancel"), model::dismiss),
                text("detail.code-go"),
                passphrase -> model.prove(proving.account(), passphrase)));
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
