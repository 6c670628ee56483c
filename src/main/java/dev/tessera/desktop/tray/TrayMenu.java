package dev.tessera.desktop.tray;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.otp.Account;
import dev.tessera.vault.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// What the icon's menu holds. Names of accounts are in it only while the vault is unlocked.
///
/// @param open brings the window to the front
/// @param copy copies the code of an account
/// @param lock locks the vault
/// @param quit ends the program
public record TrayMenu(Runnable open, Consumer<UUID> copy, Runnable lock, Runnable quit) {
    /// More would not fit on a small screen; the window has them all.
    static final int MOST_ACCOUNTS = 15;

    private static final int LONGEST_LABEL = 48;

    /// The lines, from the top.
    ///
    /// @param pinned the accounts that lead the list; empty while the vault is locked
    public List<TrayItem> items(Optional<List<Entry>> pinned) {
        var items = new ArrayList<TrayItem>();
        items.add(new TrayItem.Choice(text("tray.open"), open));
        pinned.filter(accounts -> !accounts.isEmpty()).ifPresent(accounts -> {
            items.add(new TrayItem.Line());
            accounts.stream().limit(MOST_ACCOUNTS).map(this::account).forEach(items::add);
        });
        items.add(new TrayItem.Line());
        if (pinned.isPresent()) {
            items.add(new TrayItem.Choice(text("tray.lock"), lock));
        }
        items.add(new TrayItem.Choice(text("tray.quit"), quit));
        return List.copyOf(items);
    }

    private TrayItem account(Entry entry) {
        var id = entry.id();
        return new TrayItem.Choice(label(entry.account()), () -> copy.accept(id));
    }

    private static String label(Account account) {
        var names = account.issuer().isEmpty() || account.accountName().isEmpty()
                ? account.title()
                : text("tray.account", account.issuer(), account.accountName());
        // On one line, and of a width that fits.
        var plain = names.replaceAll("\\p{C}", " ").strip();
        int length = plain.codePointCount(0, plain.length());
        var label = length <= LONGEST_LABEL
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
        // AWT draws a line for a label that is empty or a hyphen.
        return label.isEmpty() || label.equals("-") ? text("card.no-name") : label;
    }
}
