package dev.tessera.desktop.unlock;

import dev.tessera.crypto.Argon2id;
import dev.tessera.desktop.control.FilePicker;
import dev.tessera.desktop.control.Threads;
import dev.tessera.keyring.Keyring;
import dev.tessera.session.VaultSession;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What both screens before the vault need, and where they lead.
///
/// @param clock for the sessions
/// @param threads where to run things
/// @param files asks for another vault
/// @param newVaultCost what deriving a new vault's key shall cost; may take seconds, asked on the work thread
/// @param keyring of this computer, if there is one
/// @param next where the person goes from here
public record Gate(
        InstantSource clock,
        Threads threads,
        FilePicker files,
        Supplier<Argon2id> newVaultCost,
        Optional<Keyring> keyring,
        Next next) {

    /// The ways out of the gate.
    ///
    /// @param opened takes the unlocked vault over
    /// @param otherVault goes to another file, to unlock it
    /// @param newVault goes to the screen that creates one at this place
    public record Next(Consumer<VaultSession> opened, Consumer<Path> otherVault, Consumer<Path> newVault) {}
}
