package dev.tessera.desktop.unlock;

import dev.tessera.crypto.Passphrase;
import dev.tessera.session.VaultSession;
import java.io.IOException;
import java.nio.file.Path;
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
        working.set(false);
        problem.set(GateProblem.NONE);
        gate.next().opened().accept(session);
    }

    private void failed(GateProblem why) {
        working.set(false);
        problem.set(why);
    }
}
