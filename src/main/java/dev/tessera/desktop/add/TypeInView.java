package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.desktop.form.AccountCard;
import dev.tessera.desktop.form.Fields;
import dev.tessera.desktop.form.ParametersFields;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The form for an account that is typed in.
final class TypeInView extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TypeInViewModel form;
    private final Runnable submit;
    private final TextField secret;

    /// @param submit what Enter does
    TypeInView(TypeInViewModel form, Ticker ticker, Runnable submit) {
        this.form = form;
        this.submit = submit;
        setSpacing(12);
        secret = input("secret", text("type-in.secret-prompt"), form.secretProperty());
        var issuer = input("issuer", text("type-in.issuer-prompt"), form.issuerProperty());
        var name = input("account-name", text("type-in.name-prompt"), form.accountNameProperty());
        var more = new ParametersFields(form.parameters(), submit);
        getChildren()
                .addAll(
                        Fields.field(text("type-in.secret"), secret, secretCheck()),
                        Fields.field(text("type-in.issuer"), issuer),
                        Fields.field(text("type-in.name"), name),
                        more.button(),
                        more,
                        card(ticker),
                        warning());
    }

    /// Puts the caret where it is wanted.
    @Override
    public void requestFocus() {
        secret.requestFocus();
        secret.end();
    }

    private TextField input(String id, String prompt, StringProperty value) {
        return Fields.input(id, prompt, value, submit);
    }

    private Label secretCheck() {
        var words = Nodes.label("", "problem", "small");
        words.setId("secret-problem");
        form.checkProperty().subscribe(check -> {
            words.setText(check.secretProblem());
            Nodes.present(words, !check.secretProblem().isEmpty());
            secret.pseudoClassStateChanged(WRONG, !check.secretProblem().isEmpty());
        });
        return words;
    }

    private AccountCard card(Ticker ticker) {
        var card = new AccountCard(ticker);
        form.accountProperty().subscribe(account -> {
            card.show(account);
            Nodes.present(card, account.isPresent());
        });
        return card;
    }

    private Label warning() {
        var words = Nodes.label("", "caution", "small");
        words.setId("warning");
        form.checkProperty().subscribe(check -> {
            words.setText(check.warning());
            Nodes.present(words, !check.warning().isEmpty());
        });
        return words;
    }
}
