package dev.tessera.desktop.bin;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Errands;
import dev.tessera.desktop.control.Threads;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The entries in the bin.
public final class BinViewModel {
    private final VaultSession session;
    private final InstantSource clock;
    private final Errands errands;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

    /// @param told takes what happened, with its undo
    public BinViewModel(VaultSession session, InstantSource clock, Threads threads, Errands.Told told) {
        this.session = session;
        this.clock = clock;
        this.errands = new Errands(threads, told);
        session.onChange(vault -> errands.onUi(() -> entries.setAll(vault.binned())));
        entries.setAll(session.vault().binned());
    }

    /// What is in it.
    public ObservableList<Entry> entries() {
        return entries;
    }

    /// Whether it is shown.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public void open() {
        open.set(true);
    }

    public void dismiss() {
        open.set(false);
    }

    /// Puts the entry back into the list.
    public void putBack(Entry entry) {
        save(
                vault -> vault.restore(entry.id(), clock.instant()),
                text("bin.was-put-back", entry.account().title()),
                vault -> vault.moveToBin(entry.id(), clock.instant()));
    }

    /// Removes the entry for good: only backups have it then, and the undo of a few seconds.
    public void remove(Entry entry) {
        save(
                vault -> vault.without(entry.id(), clock.instant()),
                text("bin.was-removed", entry.account().title()),
                vault -> vault.with(entry));
    }

    /// Forgets everything it shows. The session stays the caller's to close.
    public void close() {
        errands.close();
        dismiss();
        entries.clear();
    }

    private void save(UnaryOperator<Vault> change, String happened, UnaryOperator<Vault> back) {
        edit(change, () -> errands.tell(happened, Optional.of(() -> edit(back, () -> {}))));
    }

    private void edit(UnaryOperator<Vault> change, Runnable then) {
        errands.run(() -> session.edit(change), _ -> then.run(), () -> {});
    }
}
