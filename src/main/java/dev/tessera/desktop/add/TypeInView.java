package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.add.TypeInViewModel.Kind;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.otp.HmacAlgorithm;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

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
        var more = more();
        getChildren()
                .addAll(
                        field(text("type-in.secret"), secret, secretCheck()),
                        field(text("type-in.issuer"), issuer),
                        field(text("type-in.name"), name),
                        moreButton(more),
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
        var input = new TextField();
        input.setId(id);
        input.setPromptText(prompt);
        input.textProperty().bindBidirectional(value);
        input.setOnAction(_ -> submit.run());
        return input;
    }

    private static VBox field(String name, Node input, Node... below) {
        var label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setLabelFor(input);
        var box = new VBox(5, label, input);
        box.getChildren().addAll(below);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
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

    private static Button moreButton(VBox more) {
        Nodes.present(more, false);
        var button = Nodes.button("more", text("type-in.more"), Feather.CHEVRON_DOWN, () -> {});
        button.getStyleClass().add("quiet");
        button.setOnAction(_ -> {
            Nodes.present(more, !more.isVisible());
            button.setText(more.isVisible() ? text("type-in.less") : text("type-in.more"));
            button.setGraphic(new FontIcon(more.isVisible() ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        });
        return button;
    }

    private VBox more() {
        var period = field(text("type-in.period"), input("period", "30", form.periodProperty()));
        var counter = field(text("type-in.counter"), input("counter", "0", form.counterProperty()));
        var digits = field(text("type-in.digits"), input("digits", "6", form.digitsProperty()));
        var algorithm = field(text("type-in.algorithm"), algorithms());
        form.kindProperty().subscribe(kind -> {
            Nodes.present(period, kind == Kind.TIME);
            Nodes.present(counter, kind == Kind.COUNTER);
            Nodes.present(digits, kind != Kind.STEAM);
            Nodes.present(algorithm, kind != Kind.STEAM);
        });
        var problem = Nodes.label("", "problem", "small");
        form.checkProperty().subscribe(check -> {
            problem.setText(check.numberProblem());
            Nodes.present(problem, !check.numberProblem().isEmpty());
        });
        return new VBox(
                12,
                new HBox(12, field(text("type-in.kind"), kinds()), algorithm),
                new HBox(12, digits, period, counter),
                problem);
    }

    private ComboBox<Kind> kinds() {
        var box = new ComboBox<Kind>();
        box.setId("kind");
        box.getItems().setAll(Kind.values());
        box.setConverter(words(box));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(form.kindProperty());
        return box;
    }

    private static StringConverter<Kind> words(ComboBox<Kind> box) {
        return new StringConverter<>() {
            @Override
            public String toString(Kind kind) {
                return switch (kind) {
                    case TIME -> text("type-in.kind-time");
                    case COUNTER -> text("type-in.kind-counter");
                    case STEAM -> text("type-in.kind-steam");
                };
            }

            @Override
            public Kind fromString(String words) {
                return box.getValue();
            }
        };
    }

    private ComboBox<HmacAlgorithm> algorithms() {
        var box = new ComboBox<HmacAlgorithm>();
        box.setId("algorithm");
        box.getItems().setAll(HmacAlgorithm.values());
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(form.algorithmProperty());
        return box;
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
