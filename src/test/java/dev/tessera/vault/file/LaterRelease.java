package dev.tessera.vault.file;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/// Writes vaults as a release would whose content has another version.
public final class LaterRelease {
    private LaterRelease() {}

    /// Writes `content` into `file`, sealed by a passphrase.
    public static void write(Path file, Vault content, String passphrase) throws IOException {
        var random = new SecureRandom();
        byte[] vaultId = new byte[16];
        try (var typed = Passphrase.copyOf(passphrase.toCharArray());
                var vaultKey = Key.random(random, 32)) {
            var slots = List.of(Slot.ofPassphrase(typed, KdfCost.LEAST, vaultKey, vaultId, random));
            var later = new Payload(2, Ancestry.none(), content);
            Files.write(
                    file,
                    Sealing.of(vaultId, 5, slots, random).seal(later, vaultKey).toByteArray());
        }
    }
}
