package dev.tessera.keyring;

import dev.tessera.crypto.Key;
import java.util.Optional;

/// Keeps one key for each vault, as safe as the person's log-in to this computer. It is never needed: whatever fails
/// here, the passphrase still opens the vault.
public interface Keyring {

    /// That of this desktop; empty where there is none that is known.
    static Optional<Keyring> ofThisDesktop() {
        return SecretService.ofThisSession();
    }

    /// The key for a vault, which the caller closes.
    ///
    /// @param vaultId names the vault, 16 bytes
    /// @param mayAsk whether the keyring may ask the person to open it first; waits for the answer then
    /// @return nothing if there is none, or the keyring is closed and may not ask
    Optional<Key> find(byte[] vaultId, boolean mayAsk) throws KeyringException;

    /// Keeps a key for a vault, instead of the one before. The keyring may ask the person to open it.
    ///
    /// @param name of the vault, as the person may find it in a program that shows the keyring
    void keep(byte[] vaultId, String name, Key key) throws KeyringException;

    /// Forgets the key for a vault, if there is one.
    void forget(byte[] vaultId) throws KeyringException;
}
