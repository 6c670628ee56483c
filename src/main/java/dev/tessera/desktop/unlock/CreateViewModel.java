package dev.tessera.desktop.unlock;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.control.Strength;
import dev.tessera.desktop.control.StrengthGauge;
import dev.tessera.session.VaultSession;
import java.io.IOException;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Creating a vault: the passphrase twice, how strong it is, and the file.
public final class CreateViewModel {
    private final Gate gate;
    private final Path file;
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<GateProblem> problem = new ReadOnlyObjectWrapper<>(GateProblem.NONE);
    private final StrengthGauge gauge;

    public CreateViewModel(Gate gate, Path file) {
        this.gate = gate;
        this.file = file;
        gauge = new StrengthGauge(gate.threads());
    }

    /// Where the vault will lie.
    String place() {
        return file.toString();
    }

    /// Whether the vault is being made.
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /// Why it was not made.
    public ReadOnlyObjectProperty<GateProblem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// How strong the passphrase is that was measured last.
    public ReadOnlyObjectProperty<Strength> strengthProperty() {
        return gauge.strengthProperty();
    }

    /// Measures what is typed, which is wiped afterwards. Of several, the last one counts.
    public void measure(char[] typed) {
        problem.set(GateProblem.NONE);
        gauge.measure(typed);
    }

    /// Makes the vault; the passphrase is wiped afterwards.
    ///
    /// @param repeated whether the same was typed twice
    public void create(Passphrase passphrase, boolean repeated) {
        if (working.get() || passphrase.isEmpty() || !repeated) {
            passphrase.close();
            if (!repeated) {
                problem.set(new GateProblem(GateProblem.Kind.OTHER, text("create.differ")));
            }
            return;
        }
        problem.set(GateProblem.NONE);
        working.set(true);
        gate.threads().work().execute(() -> make(passphrase));
    }

    /// Lets the person choose a vault that exists.
    public void openExisting() {
        gate.files().pickVault().ifPresent(gate.next().otherVault());
    }

    private void make(Passphrase passphrase) {
        try (passphrase) {
            var cost = gate.newVaultCost().get();
            var session = VaultSession.create(file, passphrase, cost, gate.clock());
            gate.threads().ui().execute(() -> {
                working.set(false);
                gate.next().opened().accept(session);
            });
        } catch (IOException failure) {
            gate.threads().ui().execute(() -> {
                working.set(false);
                problem.set(GateProblem.of(failure, file));
            });
        }
    }
}
