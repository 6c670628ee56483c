package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultRecoveryKeyCommandTest {
    @TempDir
    Path home;

    private Desk desk;

    @BeforeEach
    void createAVault() throws IOException {
        desk = Desk.empty(home);
        desk.unlocked("vault", "create", "--kdf-memory", "19", "--kdf-iterations", "1");
        desk.terminal.pipe(Desk.PEXIP + "\n");
        desk.unlocked("add", "-");
    }

    @Test
    void opensTheVaultInPlaceOfThePassphrase() throws IOException {
        var key = desk.unlocked("vault", "recovery-key");

        assertThat(key.exitCode()).isZero();
        assertThat(key.out().strip()).hasSize(69);
        assertThat(key.err()).contains("write it down on paper").doesNotContain("before it");
        assertThat(opened(key.out().strip()).out()).contains("Pexip (ann@example.org)");
    }

    @Test
    void theNextOneTakesItsPlace() throws IOException {
        var first = desk.unlocked("vault", "recovery-key").out().strip();
        var second = desk.unlocked("vault", "recovery-key");

        assertThat(second.err()).contains("the recovery key before it opens only older backups");
        assertThat(opened(first).exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
        assertThat(opened(first).err())
                .contains("this is not the recovery key of this vault")
                .doesNotContain(first);
        assertThat(opened(second.out().strip()).exitCode()).isZero();
    }

    @Test
    void aTypingMistakeIsToldAsOne() throws IOException {
        var key = desk.unlocked("vault", "recovery-key").out().strip();
        var mistyped = (key.charAt(0) == '7' ? "8" : "7") + key.substring(1);

        var opened = opened(mistyped);

        assertThat(opened.exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
        assertThat(opened.err()).contains("typing mistake").doesNotContain(mistyped);
    }

    @Test
    void canBeRemoved() throws IOException {
        var key = desk.unlocked("vault", "recovery-key").out().strip();

        assertThat(desk.unlocked("vault", "recovery-key", "--remove").out().strip())
                .isEqualTo("removed: the recovery key");
        assertThat(opened(key).exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
        assertThat(desk.unlocked("vault", "recovery-key", "--remove").out().strip())
                .isEqualTo("there is no recovery key");
    }

    private Desk.Ended opened(String typed) throws IOException {
        var file = Files.writeString(home.resolve("typed"), typed + "\n");
        return desk.run("list", "--passphrase-file", file.toString());
    }
}
