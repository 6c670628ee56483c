package dev.tessera.desktop.vault;

import static dev.tessera.desktop.control.Messages.sentence;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.vault.VaultPage.CopyState;
import dev.tessera.desktop.vault.VaultPage.EarlierState;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Difference;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.Backup;
import dev.tessera.vault.file.VaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Looks after the vault: compares and restores its earlier states, merges its copies, makes its recovery key.
public final class VaultViewModel {
    private static final int GROUP = 4;

    private final VaultSession session;
    private final Threads threads;
    private final Told told;
    private final ReadOnlyObjectWrapper<VaultPage> page = new ReadOnlyObjectWrapper<>(new VaultPage.Closed());
    private final ReadOnlyIntegerWrapper newCopies = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper older = new ReadOnlyBooleanWrapper();
    private boolean closed;

    /// @param told takes what happened, with its undo
    public VaultViewModel(VaultSession session, Threads threads, Told told) {
        this.session = session;
        this.threads = threads;
        this.told = told;
        older.set(session.newerSeen().isPresent());
        session.onChange(_ -> threads.ui().execute(this::lookWhetherOlder));
    }

    /// Where one line about what happened is shown.
    @FunctionalInterface
    public interface Told {
        void tell(String text, Optional<Runnable> undo);
    }

    public ReadOnlyObjectProperty<VaultPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// Whether the file is an older one in the place of the present one, until it is saved or the person has seen it.
    public ReadOnlyBooleanProperty olderProperty() {
        return older.getReadOnlyProperty();
    }

    /// It is all right that it is older.
    public void keepOlder() {
        older.set(false);
    }

    private void lookWhetherOlder() {
        if (!closed) {
            older.set(older.get() && session.newerSeen().isPresent());
        }
    }

    /// How many copies beside the vault have something that it has not taken in.
    public ReadOnlyIntegerProperty newCopiesProperty() {
        return newCopies.getReadOnlyProperty();
    }

    /// Shows everything.
    public void open() {
        work(this::overview, page::set);
    }

    /// Looks again whether there are copies.
    public void lookForCopies() {
        threads.work().execute(() -> {
            try {
                var copies = copies();
                threads.ui().execute(() -> count(copies));
            } catch (IOException | IllegalStateException _) {
                // The folder is gone, or the vault was locked: the next save or look tells of it.
            }
        });
    }

    /// Back to everything, from one of its parts; from everything back to the list.
    public void back() {
        switch (page.get()) {
            case VaultPage.Overview _, VaultPage.Merged _, VaultPage.Closed _ -> dismiss();
            case VaultPage.Compared _, VaultPage.Proving _, VaultPage.RecoveryShown _ -> open();
            case VaultPage.Working _ -> {} // it comes to an end by itself
        }
    }

    /// Back to the list.
    public void dismiss() {
        page.set(new VaultPage.Closed());
    }

    public void compare(EarlierState state) {
        state.difference().ifPresent(difference -> page.set(new VaultPage.Compared(state, difference)));
    }

    /// Makes an earlier state the present one.
    public void restore(EarlierState state) {
        var before = session.vault();
        work(() -> session.restore(state.backup()), _ -> {
            dismiss();
            told.tell(text("vault.restored", Moments.of(state.backup().saved())), Optional.of(() -> putBack(before)));
        });
    }

    /// Takes in a copy.
    public void merge(Path copy) {
        var before = session.vault();
        work(
                () -> {
                    var theirs = session.look(copy).content();
                    session.merge(copy);
                    var after = session.vault();
                    return new VaultPage.Merged(
                            String.valueOf(copy.getFileName()),
                            Difference.between(before, after),
                            Difference.between(theirs, after));
                },
                merged -> {
                    page.set(merged);
                    told.tell(text("vault.merged"), Optional.of(() -> putBack(before)));
                    lookForCopies();
                });
    }

    /// Asks for the passphrase first: a recovery key is a second way in, for ever.
    public void askForRecoveryKey() {
        page.set(new VaultPage.Proving(session.hasRecoveryKey(), ""));
    }

    /// Makes the key, if the passphrase is right, which is wiped.
    public void makeRecoveryKey(Passphrase passphrase) {
        boolean replaces = session.hasRecoveryKey();
        work(
                () -> {
                    try (passphrase) {
                        return session.isPassphrase(passphrase)
                                ? new VaultPage.RecoveryShown(newRecoveryKey())
                                : new VaultPage.Proving(replaces, text("vault.not-the-passphrase"));
                    }
                },
                page::set);
    }

    public void removeRecoveryKey() {
        work(session::removeRecoveryKey, _ -> open());
    }

    /// Forgets everything it shows. The session stays the caller's to close.
    public void close() {
        closed = true;
        page.set(new VaultPage.Closed());
    }

    private List<String> newRecoveryKey() throws IOException {
        try (var key = session.newRecoveryKey()) {
            char[] characters = key.toCharArray();
            try {
                var groups = new ArrayList<String>();
                for (int i = 0; i < characters.length; i += GROUP + 1) {
                    groups.add(new String(characters, i, GROUP));
                }
                return groups;
            } finally {
                Arrays.fill(characters, '\0');
            }
        }
    }

    private void putBack(Vault before) {
        work(() -> session.edit(_ -> before), _ -> dismiss());
    }

    private VaultPage.Overview overview() throws IOException {
        var now = session.vault();
        var states = new ArrayList<EarlierState>();
        for (var backup : session.backups()) {
            states.add(state(backup, now));
        }
        var copies = copies();
        threads.ui().execute(() -> count(copies));
        return new VaultPage.Overview(session.file(), session.hasRecoveryKey(), copies, states);
    }

    private EarlierState state(Backup backup, Vault now) throws IOException {
        try {
            var then = session.read(backup);
            return new EarlierState(backup, then.listed().size(), Optional.of(Difference.between(now, then)));
        } catch (VaultException _) {
            return new EarlierState(backup, 0, Optional.empty());
        }
    }

    private List<CopyState> copies() throws IOException {
        var copies = new ArrayList<CopyState>();
        for (var file : session.copies()) {
            try {
                copies.add(new CopyState(file, Optional.of(session.look(file)), ""));
            } catch (VaultException failure) {
                copies.add(new CopyState(file, Optional.empty(), sentence(failure.getMessage())));
            }
        }
        return copies;
    }

    private void count(List<CopyState> copies) {
        newCopies.set((int) copies.stream()
                .filter(state -> state.copy().filter(copy -> !copy.known()).isPresent())
                .count());
    }

    private <T> void work(Step<T> step, Consumer<T> then) {
        var before = page.get();
        page.set(new VaultPage.Working());
        threads.work().execute(() -> {
            try {
                var result = step.run();
                onUi(() -> then.accept(result));
            } catch (VaultException failure) {
                onUi(() -> failed(before, sentence(failure.getMessage())));
            } catch (IOException failure) {
                onUi(() -> failed(before, text("vault.disk")));
            }
        });
    }

    private void failed(VaultPage before, String why) {
        page.set(before);
        told.tell(why, Optional.empty());
    }

    private void onUi(Runnable task) {
        threads.ui().execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }
}
