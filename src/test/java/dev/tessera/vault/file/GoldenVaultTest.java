package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Argon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of format version 1 that every release must open, for ever.
class GoldenVaultTest {

    private static final String PASSPHRASE = "tessera caf\u00e9 \ud83d\udd11";

    /// Wrote the golden file, once. Never run again over it: a new format version gets a file of its own.
    static void main(String[] file) throws IOException {
        var random = new SecureRandom();
        byte[] vaultId = new byte[16];
        random.nextBytes(vaultId);
        try (var vaultKey = Key.random(random, 32);
                var recovery = Key.copyOf(SampleVault.recoveryKey());
                var passphrase = passphrase()) {
            var slots = List.of(
                    Slot.ofPassphrase(passphrase, new Argon2id(19_456, 2, 1), vaultKey, vaultId, random),
                    Slot.ofRandomKey(SlotType.RECOVERY_KEY, recovery, vaultKey, vaultId, random),
                    Slot.ofRandomKey(SlotType.KEYRING, Key.random(random, 32), vaultKey, vaultId, random));
            var ancestry = Ancestry.none().after(new byte[32]);
            var sealed = Sealing.of(vaultId, 2, slots, random)
                    .seal(new Payload(Payload.VERSION, ancestry, SampleVault.vault()), vaultKey);
            Files.write(Path.of(file[0]), sealed.toByteArray());
        }
    }

    @Test
    void opensWithItsPassphraseAndHoldsEverything() throws IOException {
        try (var passphrase = passphrase();
                var file = VaultFile.open(golden(), passphrase)) {
            assertThat(file.vault()).isEqualTo(SampleVault.vault());
            assertThat(file.generation()).isEqualTo(2);
            assertThat(file.isReadOnly()).isFalse();
        }
    }

    @Test
    void opensWithItsRecoveryKey() throws IOException {
        var sealed = SealedVault.parse(Files.readAllBytes(golden()));
        try (var recovery = Key.copyOf(SampleVault.recoveryKey());
                var vaultKey = sealed.header().slots().get(1).unwrap(recovery).orElseThrow()) {
            assertThat(VaultState.open(sealed, vaultKey).payload().vault()).isEqualTo(SampleVault.vault());
        }
    }

    @Test
    void isSavedAgainWithNothingLost(@TempDir Path folder) throws IOException {
        var copy = Files.copy(golden(), folder.resolve("copy.tessera"));
        try (var passphrase = passphrase();
                var file = VaultFile.open(copy, passphrase)) {
            file.save(vault -> vault.withSetting("theme", "dark"));
        }
        try (var passphrase = passphrase();
                var file = VaultFile.open(copy, passphrase)) {
            assertThat(file.vault()).isEqualTo(SampleVault.vault().withSetting("theme", "dark"));
        }
        assertThat(SealedVault.parse(Files.readAllBytes(copy)).header().slots())
                .as("passphrase, recovery key and keyring")
                .hasSize(3);
    }

    static Path golden() {
        return Path.of("src", "test", "resources", "dev", "tessera", "vault", "file", "golden-v1.tessera");
    }

    private static Passphrase passphrase() {
        return Passphrase.copyOf(PASSPHRASE.toCharArray());
    }
}
