package dev.tessera.desktop.form;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.CodeFigures;
import dev.tessera.desktop.control.Countdown;
import dev.tessera.desktop.control.CountdownRing;
import dev.tessera.desktop.control.IssuerMark;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.otp.Account;
import dev.tessera.otp.OtpParameters;
import java.time.Instant;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// An account as it would be in the vault, with its live code; it ticks while it is in a window.
public final class AccountCard extends HBox {
    private static final PseudoClass NEAR_END = PseudoClass.getPseudoClass("near-end");

    private final Ticker ticker;
    private final IssuerMark mark = new IssuerMark();
    private final Label issuer = Nodes.line("card-issuer");
    private final Label name = Nodes.line("card-account");
    private final CodeFigures figures = new CodeFigures();
    private final Label line = Nodes.line("card-line");
    private final CountdownRing ring = new CountdownRing();
    private Optional<Account> account = Optional.empty();
    private Subscription ticking = Subscription.EMPTY;

    public AccountCard(Ticker ticker) {
        this.ticker = ticker;
        getStyleClass().add("account-card");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(12);
        var names = new VBox(2, issuer, name);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(60);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox.setHgrow(names, Priority.ALWAYS);
        var code = new VBox(figures, line);
        code.setAlignment(Pos.CENTER_RIGHT);
        code.setFillWidth(false);
        code.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(mark, names, code, ring);
        sceneProperty().subscribe(scene -> {
            ticking.unsubscribe();
            ticking = scene == null ? Subscription.EMPTY : ticker.nowProperty().subscribe(this::turn);
        });
    }

    /// Shows the names, with or without an account behind them.
    public void show(String issuerName, String accountName) {
        var title = issuerName.isEmpty() ? accountName : issuerName;
        mark.show(issuerName, accountName);
        issuer.setText(title.isEmpty() ? text("card.no-name") : title);
        name.setText(issuerName.isEmpty() ? "" : accountName);
        Nodes.present(name, !name.getText().isEmpty());
    }

    /// Shows the codes of `newAccount`, or none.
    public void show(Optional<Account> newAccount) {
        account = newAccount;
        newAccount.ifPresent(a -> show(a.issuer(), a.accountName()));
        line.setText(newAccount.map(a -> terms(a.credential().parameters())).orElse(""));
        turn(ticker.now());
    }

    private void turn(Instant now) {
        boolean counts = account.map(a -> a.credential().parameters())
                .filter(OtpParameters.Hotp.class::isInstance)
                .isPresent();
        ring.setVisible(account.isPresent() && !counts);
        if (account.isEmpty() || counts) {
            // A counter's code is used up by being seen; it is shown once the account is in the vault.
            figures.show("••• •••");
            figures.pseudoClassStateChanged(NEAR_END, false);
            return;
        }
        var code = account.get().credential().codeAt(now);
        var countdown = Countdown.of(code, now);
        figures.show(code.grouped());
        figures.pseudoClassStateChanged(NEAR_END, countdown.isNearEnd());
        ring.show(countdown);
        setAccessibleText(text(
                "card.spoken",
                account.get().title(),
                String.join(" ", code.text().split(""))));
    }

    /// How the codes are made, in few words.
    public static String terms(OtpParameters parameters) {
        return switch (parameters) {
            case OtpParameters.Totp totp ->
                text("add.terms-time", totp.period(), hash(totp.algorithm().name()));
            case OtpParameters.Hotp hotp ->
                text(
                        "add.terms-counter",
                        Long.toString(hotp.counter()),
                        hash(hotp.algorithm().name()));
            case OtpParameters.Steam _ -> text("add.terms-steam");
            case OtpParameters.Motp _ -> text("add.terms-motp");
            case OtpParameters.Yandex _ -> text("add.terms-yandex");
        };
    }

    private static String hash(String name) {
        return name.replace("SHA", "SHA-");
    }
}
