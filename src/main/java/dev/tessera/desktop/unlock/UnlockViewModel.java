package dev.tessera.desktop.unlock;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.crypto.Passphrase;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.VaultFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Unlocking one vault file.
public final class UnlockViewModel {
    private final Gate gate;
    private final Path file;
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<GateProblem> problem = new ReadOnlyObjectWrapper<>(GateProblem.NONE);
    private final ReadOnlyBooleanWrapper byKeyring = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(false);
    private boolean left;

    public UnlockViewModel(Gate gate, Path file) {
        this.gate = gate;
        this.file = file;
    }

    /// The name of the file, without its folder.
    String fileName() {
        return String.valueOf(file.getFileName());
    }

    /// Whether a key is being derived.
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /// Why it did not open; stays until the next attempt or edit.
    public ReadOnlyObjectProperty<GateProblem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Tries a passphrase, which is wiped afterwards; does nothing while one is being tried.
    public void unlock(Passphrase passphrase) {
        if (working.get()) {
            passphrase.close();
            return;
        }
        working.set(true);
        gate.threads().work().execute(() -> tryOn(passphrase));
    }

    /// Whether the keyring of this computer may open it.
    public ReadOnlyBooleanProperty byKeyringProperty() {
        return byKeyring.getReadOnlyProperty();
    }

    /// Whether the keyring was asked and has not answered yet. The passphrase can be typed all the same.
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /// Looks whether a keyring may open the vault. That it cannot be asked, or the file is gone, is not told:
    /// nobody has wanted it yet.
    ///
    /// @param atOnce whether it opens it then; a keyring that is closed stays so
    public void lookForKeyring(boolean atOnce) {
        gate.keyring()
                .ifPresent(keyring -> beside(
                        () -> {
                            var id = VaultFile.idForKeyring(file);
                            gate.threads().ui().execute(() -> byKeyring.set(id.isPresent()));
                            if (atOnce && id.isPresent()) {
                                VaultSession.unlock(file, keyring, false, gate.clock())
                                        .ifPresent(
                                                session -> gate.threads().ui().execute(() -> opened(session)));
                            }
                        },
                        _ -> {}));
    }

    /// Opens it with the key that the keyring keeps, which may ask the person first.
    public void unlockByKeyring() {
        gate.keyring().filter(_ -> !asking.get()).ifPresent(keyring -> {
            asking.set(true);
            problem.set(GateProblem.NONE);
            beside(
                    () -> {
                        var session = VaultSession.unlock(file, keyring, true, gate.clock());
                        gate.threads().ui().execute(() -> {
                            asking.set(false);
                            session.ifPresentOrElse(
                                    this::opened,
                                    () -> problem.set(
                                            new GateProblem(GateProblem.Kind.OTHER, text("gate.keyring-empty"))));
                        });
                    },
                    failure -> {
                        asking.set(false);
                        problem.set(GateProblem.of(failure, file));
                    });
        });
    }

    /// The screen is gone: what a keyring answers now comes too late.
    public void leave() {
        left = true;
    }

    /// On a thread of its own: a keyring may take its time, and nothing else waits for it.
    private void beside(Step step, Consumer<IOException> failed) {
        Thread.ofPlatform().daemon().name("tessera-keyring").start(() -> {
            try {
                step.run();
            } catch (IOException failure) {
                gate.threads().ui().execute(() -> failed.accept(failure));
            }
        });
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    /// The text was changed: the old verdict no longer holds.
    public void edited() {
        if (problem.get().kind() == GateProblem.Kind.WRONG_PASSPHRASE) {
            problem.set(GateProblem.NONE);
        }
    }

    /// Lets the person choose another file.
    public void chooseOther() {
        gate.files().pickVault().ifPresent(gate.next().otherVault());
    }

    /// Goes on to create a vault at this place.
    public void createNew() {
        gate.next().newVault().accept(file);
    }

    private void tryOn(Passphrase passphrase) {
        try (passphrase) {
            var session = VaultSession.unlock(file, passphrase, gate.clock());
            gate.threads().ui().execute(() -> opened(session));
            strengthen(session, passphrase);
        } catch (IOException failure) {
            gate.threads().ui().execute(() -> failed(GateProblem.of(failure, file)));
        }
    }

    /// A vault of an older time, or of a slower computer, gets the cost of a new one with its next save.
    private void strengthen(VaultSession session, Passphrase passphrase) {
        try {
            if (session.isWeak()) {
                session.strengthen(passphrase, gate.newVaultCost().get());
            }
        } catch (IOException _) {
            // Too little memory for more: it stays as it is, which is no worse than before.
        }
    }

    private void opened(VaultSession session) {
        if (left) {
            session.close();
            return;
        }
        working.set(false);
        problem.set(GateProblem.NONE);
        gate.next().opened().accept(session);
    }

    private void failed(GateProblem why) {
        working.set(false);
        problem.set(why);
    }
}
