package dev.tessera.desktop.vault;

import static dev.tessera.desktop.control.Messages.sentence;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.Errands;
import dev.tessera.desktop.control.Strength;
import dev.tessera.desktop.control.StrengthGauge;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.vault.VaultPage.CopyState;
import dev.tessera.desktop.vault.VaultPage.EarlierState;
import dev.tessera.desktop.vault.VaultPage.KeyringState;
import dev.tessera.desktop.vault.VaultPage.Purpose;
import dev.tessera.keyring.Keyring;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Difference;
import dev.tessera.vault.Vault;
import dev.tessera.vault.file.Backup;
import dev.tessera.vault.file.OddEntry;
import dev.tessera.vault.file.VaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final Around around;
    private final Errands errands;
    private final StrengthGauge gauge;
    private final ReadOnlyObjectWrapper<KeyringState> keyring = new ReadOnlyObjectWrapper<>(KeyringState.NONE);
    private final ReadOnlyObjectWrapper<VaultPage> page = new ReadOnlyObjectWrapper<>(new VaultPage.Closed());
    private final ReadOnlyIntegerWrapper newCopies = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper older = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper readOnly = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper odd = new ReadOnlyIntegerWrapper();
    private int seenOdd;

    public VaultViewModel(VaultSession session, Threads threads, Around around) {
        this.session = session;
        this.threads = threads;
        this.around = around;
        this.errands = new Errands(threads, around.told());
        this.gauge = new StrengthGauge(threads);
        older.set(session.newerSeen().isPresent());
        readOnly.set(session.isReadOnly());
        odd.set(session.vault().setAside().size());
        session.onChange(vault -> errands.onUi(() -> changed(vault)));
    }

    /// What lies around the vault.
    ///
    /// @param cost what deriving a key shall cost; may take seconds, asked on the work thread
    /// @param keyring of this computer, if there is one
    /// @param told takes what happened, with its undo
    public record Around(Supplier<Argon2id> cost, Optional<Keyring> keyring, Errands.Told told) {}

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

    /// Whether a later release wrote the file, so that nothing can be changed here; until the person has seen it.
    public ReadOnlyBooleanProperty readOnlyProperty() {
        return readOnly.getReadOnlyProperty();
    }

    /// The person has seen that nothing can be changed.
    public void hideReadOnly() {
        readOnly.set(false);
    }

    /// How many entries this release cannot use; 0 once the person has seen it, until there are more.
    public ReadOnlyIntegerProperty oddProperty() {
        return odd.getReadOnlyProperty();
    }

    /// The person has seen how many entries cannot be used.
    public void hideOdd() {
        seenOdd = session.vault().setAside().size();
        odd.set(0);
    }

    private void changed(Vault vault) {
        older.set(older.get() && session.newerSeen().isPresent());
        int now = vault.setAside().size();
        odd.set(now > seenOdd ? now : 0);
    }

    /// How many copies beside the vault have something that it has not taken in.
    public ReadOnlyIntegerProperty newCopiesProperty() {
        return newCopies.getReadOnlyProperty();
    }

    /// Whether the keyring of this computer opens the vault; known some time after [#open()].
    public ReadOnlyObjectProperty<KeyringState> keyringProperty() {
        return keyring.getReadOnlyProperty();
    }

    /// How strong the passphrase is that is being chosen.
    public ReadOnlyObjectProperty<Strength> strengthProperty() {
        return gauge.strengthProperty();
    }

    /// Shows everything.
    public void open() {
        work(this::overview, page::set);
        around.keyring().ifPresent(this::lookWhetherOpenedBy);
    }

    /// On a thread of its own: a keyring may take its time, and nothing else waits for it.
    private void lookWhetherOpenedBy(Keyring asked) {
        keyring.set(KeyringState.ASKED);
        Thread.ofPlatform().daemon().name("tessera-keyring").start(() -> {
            var state = state(asked);
            errands.onUi(() -> keyring.set(state));
        });
    }

    private KeyringState state(Keyring asked) {
        try {
            return session.isOpenedBy(asked) ? KeyringState.ON : KeyringState.OFF;
        } catch (IOException | IllegalStateException _) {
            return KeyringState.SILENT; // or the vault was locked meanwhile, and nobody sees it
        }
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
            case VaultPage.Compared _, VaultPage.Proving _, VaultPage.Choosing _, VaultPage.RecoveryShown _ -> open();
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
            errands.tell(
                    text("vault.restored", Moments.of(state.backup().saved())), Optional.of(() -> putBack(before)));
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
                    errands.tell(text("vault.merged"), Optional.of(() -> putBack(before)));
                    lookForCopies();
                });
    }

    /// Asks for the passphrase first: a recovery key is a second way in, for ever.
    public void askForRecoveryKey() {
        ask(session.hasRecoveryKey() ? Purpose.NEXT_RECOVERY_KEY : Purpose.RECOVERY_KEY);
    }

    /// Asks for the passphrase first.
    public void askForKeyring() {
        ask(Purpose.KEYRING);
    }

    /// Asks for the present passphrase first.
    public void askForPassphrase() {
        ask(Purpose.NEXT_PASSPHRASE);
    }

    private void ask(Purpose purpose) {
        page.set(new VaultPage.Proving(purpose, ""));
    }

    /// Goes on to what the passphrase was asked for, if it is right. It is wiped.
    public void prove(Purpose purpose, Passphrase passphrase) {
        work(
                () -> {
                    try (passphrase) {
                        return session.isPassphrase(passphrase);
                    }
                },
                right -> {
                    if (right) {
                        proved(purpose);
                    } else {
                        page.set(new VaultPage.Proving(purpose, text("vault.not-the-passphrase")));
                    }
                });
    }

    private void proved(Purpose purpose) {
        switch (purpose) {
            case RECOVERY_KEY, NEXT_RECOVERY_KEY ->
                work(() -> new VaultPage.RecoveryShown(newRecoveryKey()), page::set);
            case KEYRING -> around.keyring().ifPresent(this::letIn);
            case NEXT_PASSPHRASE -> page.set(new VaultPage.Choosing(""));
        }
    }

    /// Measures the passphrase that is being chosen, which is wiped.
    public void measure(char[] typed) {
        gauge.measure(typed);
    }

    /// Takes another passphrase instead of the present one. It is wiped.
    ///
    /// @param repeated whether the same was typed twice
    public void changePassphrase(Passphrase next, boolean repeated) {
        if (!repeated) {
            next.close();
            page.set(new VaultPage.Choosing(text("vault.passphrase-differs")));
            return;
        }
        work(
                () -> {
                    try (next) {
                        session.changePassphrase(next, around.cost().get());
                        return true;
                    }
                },
                _ -> {
                    dismiss();
                    errands.tell(text("vault.passphrase-changed"), Optional.empty());
                });
    }

    private void letIn(Keyring asked) {
        beside(() -> {
            session.letIn(asked);
            return text("vault.keyring-on-told");
        });
    }

    /// The keyring opens the vault no longer.
    public void shutOutKeyring() {
        around.keyring()
                .ifPresent(asked -> beside(() -> {
                    session.shutOut(asked);
                    return text("vault.keyring-off-told");
                }));
    }

    /// @param step says what has happened
    private void beside(Errands.Step<String> step) {
        run(task -> Thread.ofPlatform().daemon().name("tessera-keyring").start(task), step, happened -> {
            open();
            errands.tell(happened, Optional.empty());
        });
    }

    public void removeRecoveryKey() {
        work(session::removeRecoveryKey, _ -> open());
    }

    /// Forgets everything it shows. The session stays the caller's to close.
    public void close() {
        errands.close();
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
        var odd = now.setAside().stream().map(OddEntry::of).toList();
        return new VaultPage.Overview(session.file(), session.hasRecoveryKey(), odd, copies, states);
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

    private <T> void work(Errands.Step<T> step, Consumer<T> then) {
        run(threads.work(), step, then);
    }

    private <T> void run(Executor executor, Errands.Step<T> step, Consumer<T> then) {
        var before = page.get();
        page.set(new VaultPage.Working());
        errands.run(executor, step, then, () -> page.set(before));
    }
}
