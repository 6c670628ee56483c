package dev.tessera.desktop.entries;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.CodeFigures;
import dev.tessera.desktop.control.CountdownRing;
import dev.tessera.desktop.control.IssuerMark;
import dev.tessera.desktop.control.Nodes;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.TimeBased;
import dev.tessera.vault.Entry;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One account: names, code, the line under the code, ring or button. Its height never changes.
final class EntryCard extends HBox {
    static final double HEIGHT = 84;

    private static final PseudoClass COPIED = PseudoClass.getPseudoClass("copied");
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final PseudoClass NEAR_END = PseudoClass.getPseudoClass("near-end");
    private static final int USUAL_PERIOD = 30;
    private static final double LINE_HEIGHT = 18;

    private final IssuerMark mark = new IssuerMark();
    private final Label issuer = Nodes.line("card-issuer");
    private final FontIcon pin = new FontIcon(Feather.BOOKMARK);
    private final Label period = Nodes.line("pill");
    private final Label account = Nodes.line("card-account");
    private final CodeFigures figures = new CodeFigures();
    private final Label line = Nodes.line("card-line");
    private final CountdownRing ring = new CountdownRing();
    private final Button next;

    /// @param nextCode what the button of a counter-based card does
    EntryCard(Runnable nextCode) {
        getStyleClass().add("entry-card");
        next = Nodes.iconButton("next-code", text("card.next-code"), Feather.ROTATE_CW, nextCode);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(12);
        getChildren().addAll(mark, names(), code(), ringOrButton());
    }

    private VBox names() {
        period.setMinWidth(Region.USE_PREF_SIZE);
        pin.getStyleClass().add("pin-icon");
        var first = new HBox(6, issuer, period, pin);
        first.setAlignment(Pos.CENTER_LEFT);
        var names = new VBox(2, first, account);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(70);
        // Of two accounts at one site, the ends of the names tell them apart.
        account.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        HBox.setHgrow(names, Priority.ALWAYS);
        return names;
    }

    private VBox code() {
        line.setMinHeight(LINE_HEIGHT);
        line.setPrefHeight(LINE_HEIGHT);
        line.setMinWidth(Region.USE_PREF_SIZE);
        var column = new VBox(figures, line);
        column.setAlignment(Pos.CENTER_RIGHT);
        column.setFillWidth(false);
        column.setMinWidth(Region.USE_PREF_SIZE);
        // The line below is there even when empty; without this the code would hang too high for the eye.
        column.setPadding(new Insets(12, 0, 0, 0));
        return column;
    }

    private StackPane ringOrButton() {
        next.setFocusTraversable(false);
        var place = new StackPane(ring, next);
        place.setMinWidth(44);
        return place;
    }

    /// Shows who it is.
    void show(Entry entry) {
        var who = entry.account();
        mark.show(who.issuer(), who.accountName());
        issuer.setText(who.title().isEmpty() ? text("card.no-name") : who.title());
        var parameters = who.credential().parameters();
        var name = who.issuer().isEmpty() ? "" : who.accountName();
        account.setText(parameters instanceof Hotp hotp ? counted(name, hotp) : name);
        Nodes.present(account, !account.getText().isEmpty());
        boolean unusual = parameters instanceof TimeBased timed && timed.period() != USUAL_PERIOD;
        period.setText(unusual && parameters instanceof TimeBased timed ? text("card.period", timed.period()) : "");
        Nodes.present(period, unusual);
        Nodes.present(pin, entry.details().pinned());
        ring.setVisible(parameters instanceof TimeBased);
        next.setVisible(parameters instanceof Hotp);
    }

    private static String counted(String name, Hotp hotp) {
        var counter = Long.toString(hotp.counter());
        return name.isEmpty() ? text("card.counter-alone", counter) : text("card.counter", name, counter);
    }

    /// Shows the code of the moment.
    void show(CardState state) {
        figures.show(state.code());
        figures.pseudoClassStateChanged(NEAR_END, state.isNearEnd());
        figures.pseudoClassStateChanged(WAITING, state.isWaiting());
        line.setText(state.line());
        line.pseudoClassStateChanged(
                COPIED, state.kind() == CardState.Kind.COPIED || state.kind() == CardState.Kind.AWAITED);
        line.pseudoClassStateChanged(NEXT, state.kind() == CardState.Kind.NEXT);
        pseudoClassStateChanged(COPIED, state.kind() == CardState.Kind.COPIED);
        showTimeLeft(state);
    }

    /// Turns the ring alone.
    void showTimeLeft(CardState state) {
        state.countdown().ifPresent(ring::show);
    }

    /// Whether the event of a mouse happened on the button, which does its own thing.
    boolean isOnButton(double sceneX, double sceneY) {
        return next.isVisible() && next.contains(next.sceneToLocal(sceneX, sceneY));
    }

    /// Whether the event of a mouse happened on the code itself.
    boolean isOnCode(double sceneX, double sceneY) {
        return figures.contains(figures.sceneToLocal(sceneX, sceneY));
    }

    /// Forgets who it was.
    void wipe() {
        mark.wipe();
        issuer.setText("");
        account.setText("");
        line.setText("");
        figures.show("");
    }
}
