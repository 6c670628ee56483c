package dev.tessera.desktop.vault;

import static dev.tessera.desktop.control.Messages.counted;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.vault.Difference;
import dev.tessera.vault.Difference.Change;
import dev.tessera.vault.Difference.What;
import dev.tessera.vault.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What differs between two states of the vault, a line an account: what comes, what goes, what changes.
final class DifferenceView extends VBox {
    private static final int MOST_LINES = 200;

    /// @param comes what is said of an account that is in the later state alone
    /// @param goes the same for the earlier state
    DifferenceView(Difference difference, String comes, String goes) {
        setSpacing(6);
        getStyleClass().add("difference");
        if (difference.isNone()) {
            getChildren().add(Nodes.label(text("difference.none"), "muted"));
        }
        difference.added().forEach(entry -> line(Feather.PLUS, entry, comes));
        difference.removed().forEach(entry -> line(Feather.MINUS, entry, goes));
        difference.changed().forEach(change -> line(Feather.EDIT_2, change.after(), words(change)));
    }

    /// In a few words.
    static String summary(Difference difference) {
        if (difference.isNone()) {
            return text("difference.same");
        }
        var parts = new ArrayList<String>();
        if (!difference.added().isEmpty()) {
            parts.add(counted("difference.count-more", difference.added().size()));
        }
        if (!difference.removed().isEmpty()) {
            parts.add(counted("difference.count-fewer", difference.removed().size()));
        }
        if (!difference.changed().isEmpty()) {
            parts.add(counted("difference.count-changed", difference.changed().size()));
        }
        return String.join(" · ", parts);
    }

    private void line(Feather icon, Entry entry, String what) {
        if (getChildren().size() >= MOST_LINES) {
            if (getChildren().size() == MOST_LINES) {
                getChildren().add(Nodes.label(text("difference.more"), "muted"));
            }
            return;
        }
        var mark = new FontIcon(icon);
        mark.getStyleClass().add("difference-mark");
        Label name = Nodes.label(name(entry));
        var lines = new VBox(1, name, Nodes.label(what, "muted", "small"));
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().add(new HBox(10, mark, lines));
    }

    private static String words(Change change) {
        List<What> what =
                Arrays.stream(What.values()).filter(change.what()::contains).toList();
        return what.stream().map(one -> words(one, change)).collect(Collectors.joining(" · "));
    }

    private static String words(What what, Change change) {
        return switch (what) {
            case NAME -> text("difference.name", name(change.before()));
            case SECRET -> text("difference.secret");
            case COUNTER -> text("difference.counter");
            case NOTE -> text("difference.note");
            case TAGS -> text("difference.tags");
            case PINNED -> text("difference.pinned");
            case UNPINNED -> text("difference.unpinned");
            case BINNED -> text("difference.binned");
            case PUT_BACK -> text("difference.put-back");
        };
    }

    private static String name(Entry entry) {
        var account = entry.account();
        return account.issuer().isEmpty() || account.accountName().isEmpty()
                ? account.title()
                : account.issuer() + " (" + account.accountName() + ")";
    }
}
