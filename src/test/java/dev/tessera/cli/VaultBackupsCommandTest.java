package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        assertThat(desk.unlocked("vault", "restore", "2").out().strip())
                .isEqualTo("restored: generation 2, 1 accounts");
        assertThat(desk.unlocked("list").out().strip()).isEqualTo("Pexip (ann@example.org)");
    }

    @Test
    void aGenerationThatIsNotKeptIsSaid() throws IOException {
        var restored = desk.unlocked("vault", "restore", "99");

        assertThat(restored.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
        assertThat(restored.err()).contains("there is no backup of generation 99", "tessera vault backups lists them");
    }
}
