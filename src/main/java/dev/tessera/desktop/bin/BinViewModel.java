package dev.tessera.desktop.bin;

import static dev.tessera.desktop.control.Messages.sentence;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.desktop.control.Threads;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.VaultException;
import java.io.IOException;
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
    private final Threads threads;
    private final Told told;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private boolean closed;

    /// @param told takes what happened, with its undo
    public BinViewModel(VaultSession session, InstantSource clock, Threads threads, Told told) {
        this.session = session;
        this.clock = clock;
        this.threads = threads;
        this.told = told;
        session.onChange(vault -> threads.ui().execute(() -> show(vault)));
        show(session.vault());
    }

    /// Where one line about what happened is shown.
    @FunctionalInterface
    public interface Told {
        void tell(String text, Optional<Runnable> undo);
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
        closed = true;
        dismiss();
        entries.clear();
    }

    private void show(Vault vault) {
        if (!closed) {
            entries.setAll(vault.binned());
        }
    }

    private void save(UnaryOperator<Vault> change, String happened, UnaryOperator<Vault> back) {
        edit(change, () -> tell(happened, Optional.of(() -> edit(back, () -> {}))));
    }

    private void edit(UnaryOperator<Vault> change, Runnable then) {
        threads.work().execute(() -> {
            try {
                var _ = session.edit(change);
                then.run();
            } catch (VaultException failure) {
                tell(sentence(failure.getMessage()), Optional.empty());
            } catch (IOException failure) {
                tell(text("notice.not-saved"), Optional.empty());
            }
        });
    }

    private void tell(String what, Optional<Runnable> undo) {
        threads.ui().execute(() -> {
            if (!closed) {
                told.tell(what, undo);
            }
        });
    }
}
