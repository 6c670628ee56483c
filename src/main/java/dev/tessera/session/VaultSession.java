package dev.tessera.session;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.Account;
import dev.tessera.otp.Code;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// An unlocked vault and its file. Each edit is saved before it is told; a failed save changes nothing.
/// Safe for use from several threads; listeners are called on the thread that edits.
public final class VaultSession implements AutoCloseable {

    private VaultSession() {}

    /// Creates the file, which must not exist, and unlocks it.
    public static VaultSession create(Path file, Passphrase passphrase, Argon2id cost, InstantSource clock)
            throws IOException {
        throw new UnsupportedOperationException("to come");
    }

    /// Opens the file: `WrongPassphraseException`, `CorruptVaultException`,
    /// `UnsupportedVaultVersionException` (all of `vault.file`, all checked, all `IOException`s) tell
    /// the failures apart; a missing file is a `NoSuchFileException`.
    public static VaultSession unlock(Path file, Passphrase passphrase, InstantSource clock) throws IOException {
        throw new UnsupportedOperationException("to come");
    }

    /// The file on disk.
    public Path file() {
        throw new UnsupportedOperationException("to come");
    }

    /// What is in it now.
    public Vault vault() {
        throw new UnsupportedOperationException("to come");
    }

    /// Calls `listener` after each change, and when another process changed the file and it was read anew.
    public void onChange(Consumer<Vault> listener) {
        throw new UnsupportedOperationException("to come");
    }

    /// Applies, saves, then tells.
    ///
    /// @throws IOException if it was not saved; then nothing has changed
    public Vault edit(UnaryOperator<Vault> change) throws IOException {
        throw new UnsupportedOperationException("to come");
    }

    /// The entry with the same secret and parameters, if there is one in the list.
    public Optional<Entry> duplicateOf(Account account) {
        throw new UnsupportedOperationException("to come");
    }

    /// Adds an entry, even a duplicate: the caller has asked.
    public Entry add(Account account) throws IOException {
        throw new UnsupportedOperationException("to come");
    }

    /// The code of a counter-based entry. The counter is moved on and saved before the code is returned,
    /// so that no code is shown twice.
    public Code nextHotpCode(UUID entryId) throws IOException {
        throw new UnsupportedOperationException("to come");
    }

    /// Derives the key anew and compares: for export and for showing a QR code.
    public boolean isPassphrase(Passphrase passphrase) throws IOException {
        throw new UnsupportedOperationException("to come");
    }

    /// Wraps the vault key under another passphrase and saves.
    public void changePassphrase(Passphrase passphrase, Argon2id cost) throws IOException {
        throw new UnsupportedOperationException("to come");
    }

    /// Locks: wipes keys and every secret. The session is of no use afterwards.
    @Override
    public void close() {}
}
