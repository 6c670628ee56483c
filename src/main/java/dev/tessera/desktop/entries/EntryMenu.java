package dev.tessera.desktop.entries;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.vault.Entry;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done with one card; made anew for each showing, so that it holds no entry afterwards.
final class EntryMenu extends ContextMenu {

    EntryMenu(EntriesViewModel model, EntriesView.Actions actions, Entry entry) {
        boolean counts = entry.account().credential().parameters() instanceof Hotp;
        getItems()
                .addAll(
                        item("copy", text("menu.copy"), Feather.COPY, () -> model.copy(entry)),
                        item(
                                "copy-next",
                                counts ? text("menu.next-counter") : text("menu.copy-next"),
                                Feather.SKIP_FORWARD,
                                () -> model.copyNext(entry)),
                        new SeparatorMenuItem(),
                        item(
                                "pin",
                                entry.details().pinned() ? text("menu.unpin") : text("menu.pin"),
                                Feather.BOOKMARK,
                                () -> model.togglePin(entry)),
                        item(
                                "edit",
                                text("menu.edit"),
                                Feather.EDIT_2,
                                () -> actions.edit().accept(entry)),
                        item(
                                "show-code",
                                text("menu.show-code"),
                                Feather.GRID,
                                () -> actions.showCode().accept(entry)),
                        item(
                                "explain",
                                text("menu.explain"),
                                Feather.HELP_CIRCLE,
                                () -> actions.explain().accept(entry)),
                        new SeparatorMenuItem(),
                        item("bin", text("menu.bin"), Feather.TRASH_2, () -> model.moveToBin(entry)));
    }

    private static MenuItem item(String id, String text, Feather icon, Runnable action) {
        var item = new MenuItem(text, new FontIcon(icon));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
