package dev.tessera.vault.file;

import dev.tessera.crypto.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The key of a vault, which no other class gives away: for tests that look for it where it must not be.
public final class VaultKeys {
    private VaultKeys() {}

    public static byte[] of(Path vault, String passphrase) throws IOException {
        try (var typed = Passphrase.copyOf(passphrase.toCharArray());
                var key = SealedVault.parse(Files.readAllBytes(vault)).header().unlock(typed)) {
            return key.toByteArray();
        }
    }
}
