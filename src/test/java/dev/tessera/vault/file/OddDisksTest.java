package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tessera.crypto.Passphrase;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk of 40 KiB, mounted for real: full, read-only, pulled out. Skipped where this process may not mount anything,
/// which takes root on Linux.
class OddDisksTest {
    private final Path disk;
    private final Path file;

    OddDisksTest(@TempDir Path folder) throws IOException {
        disk = Files.createDirectory(folder.resolve("stick"));
        file = disk.resolve("accounts.tessera");
    }

    @BeforeEach
    void mount() throws InterruptedException {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=40k", "tmpfs", disk.toString()),
                "mounting a disk takes root on Linux");
    }

    @AfterEach
    void unmount() throws InterruptedException {
        run("umount", "-l", disk.toString());
    }

    @Test
    void aFullDiskIsToldAndLosesNothing() throws IOException {
        try (var vault = create()) {
            long saves = saveUntilRefused(vault, "the disk is full. Free some space");
            assertThat(saves).isGreaterThan(2);

            var backups = vault.backups();
            Files.delete(backups.getLast().file());
            vault.save(OddDisksTest::next);

            assertThat(vault.generation()).isEqualTo(saves + 2);
        }
        assertThat(reopened()).isGreaterThan(3);
    }

    @Test
    void aDiskThatIsFullFromTheStartIsTold() throws IOException {
        Files.write(disk.resolve("film"), new byte[38 * 1024]);

        assertThatExceptionOfType(NotSavedException.class)
                .isThrownBy(this::create)
                .withMessageContaining("The vault was not created: the disk is full");
        assertThat(file).doesNotExist();
    }

    @Test
    void aDiskThatBecameReadOnlyIsToldAndCanStillBeRead() throws IOException, InterruptedException {
        try (var vault = create()) {
            vault.save(OddDisksTest::next);
            assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();

            assertThatExceptionOfType(NotSavedException.class)
                    .isThrownBy(() -> vault.save(OddDisksTest::next))
                    .withMessageContaining("the disk is read-only");
        }
        assertThat(reopened()).isEqualTo(2);
        assertThat(run("mount", "-o", "remount,rw", disk.toString())).isTrue();
        try (var vault = open()) {
            vault.save(OddDisksTest::next);
        }
        assertThat(reopened()).isEqualTo(3);
    }

    @Test
    void aStickThatIsPulledOutIsToldAndPluggedInItGoesOn() throws IOException, InterruptedException {
        try (var vault = create()) {
            vault.save(OddDisksTest::next);
            Path elsewhere = Files.createDirectory(disk.resolveSibling("elsewhere"));
            assertThat(run("mount", "--move", disk.toString(), elsewhere.toString()))
                    .isTrue();
            try {
                assertThatExceptionOfType(NotSavedException.class)
                        .isThrownBy(() -> vault.save(OddDisksTest::next))
                        .withMessageContaining("reconnect the disk");
                assertThat(vault.vault().settings()).as("still shown").containsEntry("saves", "1");
                assertThat(file).doesNotExist();
            } finally {
                assertThat(run("mount", "--move", elsewhere.toString(), disk.toString()))
                        .isTrue();
            }
            vault.save(OddDisksTest::next);
        }
        assertThat(reopened()).isEqualTo(3);
    }

    private static long saveUntilRefused(VaultFile vault, String words) throws IOException {
        for (long saves = 0; saves < 50; saves++) {
            try {
                vault.save(OddDisksTest::next);
            } catch (NotSavedException refused) {
                assertThat(refused).hasMessageContaining("nothing was changed").hasMessageContaining(words);
                assertThat(vault.generation()).isEqualTo(saves + 1);
                return saves;
            }
        }
        throw new AssertionError("the disk is never full");
    }

    private static Vault next(Vault vault) {
        return vault.withSetting(
                "saves", Integer.toString(Integer.parseInt(vault.settings().getOrDefault("saves", "0")) + 1));
    }

    private VaultFile create() throws IOException {
        return VaultFile.create(file, passphrase(), KdfCost.LEAST);
    }

    private VaultFile open() throws IOException {
        return VaultFile.open(file, passphrase());
    }

    private long reopened() throws IOException {
        try (var vault = open()) {
            return vault.generation();
        }
    }

    private static Passphrase passphrase() {
        return Passphrase.copyOf("right".toCharArray());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
