package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {

    @TempDir
    private Path folder;

    private VaultFile file;

    @BeforeEach
    void saveTwice() throws IOException {
        try (var passphrase = passphrase()) {
            file = VaultFile.create(folder.resolve("accounts.tessera"), passphrase, KdfCost.LEAST);
        }
        file.save(vault -> vault.withSetting("auto-lock-minutes", "10"));
        file.save(vault -> vault.withSetting("auto-lock-minutes", "20"));
    }

    @AfterEach
    void lock() {
        file.close();
    }

    @Test
    void theEarlierGenerationsAreListedTheLatestFirstAndCanBeRead() throws IOException {
        assertThat(file.backups()).extracting(Backup::generation).containsExactly(2L, 1L);
        assertThat(file.read(backup(1))).isEqualTo(Vault.empty());
        assertThat(file.generation()).isEqualTo(3);
    }

    @Test
    void aRestoredGenerationIsTheNextOneAndWhatItReplacesIsKept() throws IOException {
        var replaced = file.vault();
        assertThat(file.restore(backup(1))).isEqualTo(Vault.empty());
        assertThat(file.generation()).isEqualTo(4);
        assertThat(file.read(backup(3))).isEqualTo(replaced);
        try (var passphrase = passphrase();
                var reopened = VaultFile.open(file.path(), passphrase)) {
            assertThat(reopened.vault()).isEqualTo(Vault.empty());
        }
    }

    @Test
    void aDamagedBackupIsRefusedAndTheVaultStaysByteForByte() throws IOException {
        var before = Files.readAllBytes(file.path());
        var damaged = backup(1);
        var bytes = Files.readAllBytes(damaged.file());
        bytes[bytes.length - 1] ^= 1;
        Files.write(damaged.file(), bytes);
        assertThatExceptionOfType(CorruptVaultException.class).isThrownBy(() -> file.restore(damaged));
        assertThat(file.path()).hasBinaryContent(before);
    }

    @Test
    void aBackupAfterAnotherPassphraseIsStillRead() throws IOException {
        try (var next = Passphrase.copyOf("a better one".toCharArray())) {
            file.waysIn().changePassphrase(next, KdfCost.LEAST);
        }
        assertThat(file.read(backup(1))).isEqualTo(Vault.empty());
    }

    private Backup backup(long generation) throws IOException {
        return file.backups().stream()
                .filter(backup -> backup.generation() == generation)
                .findFirst()
                .orElseThrow();
    }

    private static Passphrase passphrase() {
        return Passphrase.copyOf("correct horse".toCharArray());
    }
}
