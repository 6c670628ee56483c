package dev.tessera.desktop.vault;

import static dev.tessera.desktop.control.Messages.counted;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Banner;
import dev.tessera.desktop.control.Nodes;
import javafx.beans.property.SimpleStringProperty;

/// What there is to know of the vault while its list is looked at.
public final class VaultBanners {
    private VaultBanners() {}

    /// The file is an older one in the place of the present one.
    public static Banner older(VaultViewModel model) {
        return new Banner(
                "older-banner",
                new SimpleStringProperty(text("vault.older")),
                model.olderProperty(),
                Nodes.button("keep-older", text("vault.older-keep"), model::keepOlder),
                Nodes.button("look-at-older", text("vault.older-look"), model::open));
    }

    /// A later release wrote it: it can be used, and not be changed.
    public static Banner readOnly(VaultViewModel model) {
        return new Banner(
                "read-only-banner",
                new SimpleStringProperty(text("vault.read-only")),
                model.readOnlyProperty(),
                Nodes.button("keep-read-only", text("vault.banner-seen"), model::hideReadOnly));
    }

    /// There are entries that this release cannot use.
    public static Banner odd(VaultViewModel model) {
        return new Banner(
                "odd-banner",
                model.oddProperty().map(count -> counted("vault.odd", count.intValue())),
                model.oddProperty().greaterThan(0),
                Nodes.button("keep-odd", text("vault.banner-seen"), model::hideOdd),
                Nodes.button("look-at-odd", text("vault.banner-look"), model::open));
    }

    /// There are copies with something that is not in the vault.
    public static Banner copies(VaultViewModel model) {
        return new Banner(
                "copies-banner",
                model.newCopiesProperty().map(count -> counted("vault.banner", count.intValue())),
                model.newCopiesProperty().greaterThan(0),
                Nodes.button("look-at-copies", text("vault.banner-look"), model::open));
    }
}
