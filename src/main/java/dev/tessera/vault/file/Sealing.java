package dev.tessera.vault.file;

import dev.tessera.crypto.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// Makes the bytes of the next generation, and opens them again before anybody trusts them.
///
/// @param header makes the header for a payload of the given length
record Sealing(IntFunction<VaultHeader> header) {

    static Sealing of(byte[] vaultId, long generation, List<Slot> slots, SecureRandom random) {
        return new Sealing(length -> VaultHeader.next(vaultId, generation, slots, length, random));
    }

    /// @throws IllegalArgumentException if the content is larger than 64 MiB
    SealedVault seal(Payload payload, Key vaultKey) throws VaultException {
        byte[] content = VaultJson.write(payload);
        try {
            var sealed = SealedVault.seal(content, vaultKey, header);
            requireOpensTo(payload, sealed, vaultKey);
            return sealed;
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /// A fault here, in memory or in this program, would else be found when the vault is needed.
    static void requireOpensTo(Payload meant, SealedVault sealed, Key vaultKey) throws VaultException {
        var opened = VaultState.open(SealedVault.parse(sealed.toByteArray()), vaultKey);
        var wiper = new Wiper();
        wiper.note(opened.payload().vault());
        try {
            if (!opened.payload().equals(meant)) {
                throw NotSavedException.faulty();
            }
        } finally {
            wiper.wipe();
        }
    }
}
