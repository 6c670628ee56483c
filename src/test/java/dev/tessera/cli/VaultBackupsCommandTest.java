package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultBackupsCommandTest {
    @TempDir
    Path home;

    private Desk desk;

    @BeforeEach
    void addOneAccount() throws IOException {
        desk = Desk.empty(home);
        desk.unlocked("vault", "create", "--kdf-memory", "19", "--kdf-iterations", "1");
        desk.terminal.pipe(Desk.PEXIP + "\n");
        desk.unlocked("add", "-");
    }

    @Test
    void everyBackupIsOpenedAndTold() throws IOException {
        var backups = desk.unlocked("vault", "backups");

        assertThat(backups.exitCode()).isZero();
        assertThat(backups.out()).startsWith("generation 1, ").contains(": 0 accounts, 0 in the bin");
    }

    @Test
    void whatARestoreReplacesCanBeRestoredToo() throws IOException {
        assertThat(desk.unlocked("vault", "restore", "1").out().strip())
                .isEqualTo("restored: generation 1, 0 accounts");
        assertThat(desk.unlocked("vault", "restore", "2").out().strip()).isEqualTo("restored: generation 2, 1 account");
        assertThat(desk.unlocked("list").out().strip()).isEqualTo("Pexip (ann@example.org)");
    }

    @Test
    void aGenerationThatIsNotKeptIsSaid() throws IOException {
        var restored = desk.unlocked("vault", "restore", "99");

        assertThat(restored.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
        assertThat(restored.err()).contains("there is no backup of generation 99", "tessera vault backups lists them");
    }

    @Test
    void verifyOpensTheVaultAndEveryBackup() throws IOException {
        var verified = desk.unlocked("vault", "verify");

        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out())
                .contains("sound: ", "1 account, 0 in the bin", "generation 1, ", ": 0 accounts, 0 in the bin");
    }

    @Test
    void aDamagedBackupIsToldAndTheOthersAreToldToo() throws IOException {
        desk.unlocked("vault", "recovery-key");
        try (var files = Files.walk(home)) {
            var first = files.filter(file -> file.getFileName().toString().startsWith("00000001-"))
                    .toList();
            Files.write(first.getFirst(), new byte[] {1, 2, 3});
        }

        var verified = desk.unlocked("vault", "verify");

        assertThat(verified.exitCode()).isEqualTo(ExitCode.VAULT_UNUSABLE.number());
        assertThat(verified.out()).contains("generation 1, ", ": cannot be opened", ": 1 account, 0 in the bin");
        assertThat(verified.err()).contains("1 of the backups cannot be opened");
    }
}
