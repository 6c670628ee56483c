package dev.tessera.desktop.entries;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Nodes;
import dev.tessera.desktop.control.Shortcut;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The line above the list: the search, and what leads elsewhere.
final class EntriesHead {
    private EntriesHead() {}

    static Node of(Node search, EntriesView.Actions actions) {
        var head = new HBox(
                8,
                search,
                Nodes.primary(Nodes.button("scan", text("entries.scan"), Feather.MAXIMIZE, actions.scan())),
                Nodes.iconButton("add", text("entries.add", Shortcut.name("N")), Feather.PLUS, actions.add()),
                vault("vault", actions),
                settings("settings", actions),
                lock("lock", actions));
        head.setAlignment(Pos.CENTER);
        return head;
    }

    /// While there is nothing to search.
    static Node ofEmpty(EntriesView.Actions actions) {
        return new HBox(
                8,
                Nodes.spring(),
                vault("vault-empty", actions),
                settings("settings-empty", actions),
                lock("lock-empty", actions));
    }

    private static Button vault(String id, EntriesView.Actions actions) {
        return Nodes.iconButton(id, text("entries.vault"), Feather.ARCHIVE, actions.vault());
    }

    private static Button settings(String id, EntriesView.Actions actions) {
        return Nodes.iconButton(id, text("entries.settings", Shortcut.name(",")), Feather.SLIDERS, actions.settings());
    }

    private static Button lock(String id, EntriesView.Actions actions) {
        return Nodes.iconButton(id, text("entries.lock", Shortcut.name("L")), Feather.LOCK, actions.lock());
    }
}
