package dev.tessera.vault.file;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.Vault;
import java.security.SecureRandom;
import java.util.List;

/// Content of a vault as a vault of its own: the file's bytes, under a key and an id that nothing else has. Neither its
/// passphrase nor its key opens the vault that it comes from.
public final class SealedCopy {
    private SealedCopy() {}

    /// Whether bytes begin as the file of a vault.
    public static boolean isMeant(byte[] start) {
        return VaultHeader.isMeant(start);
    }

    /// The content of a vault's file, whose secrets are the caller's from now on.
    ///
    /// @param passphrase or a recovery key typed as one
    /// @throws WrongPassphraseException if it opens no slot
    /// @throws CorruptVaultException if the file is damaged
    /// @throws UnsupportedVaultVersionException if a later release wrote it
    /// @throws InsufficientMemoryException if the key needs more than half of the heap
    public static Vault open(byte[] file, Passphrase passphrase) throws VaultException {
        var sealed = SealedVault.parse(file);
        try (var key = sealed.header().unlock(passphrase)) {
            return VaultState.open(sealed, key).payload().vault();
        }
    }

    /// @param vault stays the caller's, with its secrets
    /// @throws IllegalArgumentException if the passphrase is empty, or the content is larger than 64 MiB
    public static byte[] seal(Vault vault, Passphrase passphrase, Argon2id cost, SecureRandom random) {
        VaultFile.requireNotEmpty(passphrase);
        byte[] id = new byte[16];
        random.nextBytes(id);
        try (var key = Key.random(random, 32)) {
            var slot = Slot.ofPassphrase(passphrase, cost, key, id, random);
            var payload = new Payload(Payload.VERSION, Ancestry.none(), vault);
            return Sealing.of(id, 1, List.of(slot), random).seal(payload, key).toByteArray();
        } catch (VaultException e) {
            throw new IllegalStateException(
                    "what was encrypted does not decrypt again: the memory or the program is faulty", e);
        }
    }
}
