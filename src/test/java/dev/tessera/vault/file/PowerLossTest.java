package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Power lost at any moment of a save, with everything that a disk may make of what was not forced.
class PowerLossTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() throws IOException {
        file = folder.toRealPath().resolve("accounts.tessera");
    }

    @Test
    void duringASaveTheOldOrTheNewVaultIsThereWhole() throws IOException {
        saveTimes(1, new DiskCalls());
        assertOldOrNew(1);
    }

    @Test
    void duringASaveThatRemovesBackupsToo() throws IOException {
        saveTimes(14, new DiskCalls());
        assertOldOrNew(1);
    }

    @Test
    void duringTwoSavesInARowEachStateIsOneThatWasSaved() throws IOException {
        saveTimes(1, new DiskCalls());
        assertOldOrNew(2);
    }

    @Test
    void duringACreationThereIsNoVaultOrAWholeOne() throws IOException {
        var power = new PowerLoss(folder.toRealPath());
        VaultFile.create(file, passphrase(), KdfCost.LEAST, new Machine(power, new SecureRandom()))
                .close();
        var whole = ByteBuffer.wrap(Files.readAllBytes(file));
        assertThat(power.states())
                .allSatisfy(state -> assertThat(state.getOrDefault(file, whole)).isEqualTo(whole));
        assertThat(power.statesAtTheEnd()).allSatisfy(state -> assertThat(state).containsEntry(file, whole));
    }

    /// Were nothing forced, vaults would be torn: so the tests above can fail.
    @Test
    void onADiskThatBreaksItsPromiseTheVaultWouldBeTorn() throws IOException {
        saveTimes(1, new DiskCalls());
        var power = new PowerLoss(folder.toRealPath(), false);
        var old = ByteBuffer.wrap(Files.readAllBytes(file));
        saveTimes(1, power);
        var saved = ByteBuffer.wrap(Files.readAllBytes(file));
        assertThat(power.states())
                .anySatisfy(state -> assertThat(state.get(file)).isNotIn(old, saved));
    }

    private void assertOldOrNew(int saves) throws IOException {
        var power = new PowerLoss(folder.toRealPath());
        var saved = new LinkedHashSet<ByteBuffer>();
        saved.add(ByteBuffer.wrap(Files.readAllBytes(file)));
        for (int i = 0; i < saves; i++) {
            saveTimes(1, power);
            saved.add(ByteBuffer.wrap(Files.readAllBytes(file)));
        }

        assertThat(power.states()).hasSizeGreaterThan(6).allSatisfy(state -> {
            assertThat(state.get(file)).as("the vault").isIn(saved);
            assertBackupsAreWhole(state);
        });
        assertThat(power.statesAtTheEnd())
                .as("what was acknowledged")
                .allSatisfy(state -> assertThat(state.get(file)).isEqualTo(saved.getLast()));
    }

    private static void assertBackupsAreWhole(Map<Path, ByteBuffer> state) {
        state.forEach((path, bytes) -> {
            if (path.toString().contains("accounts.tessera.backups")) {
                assertThat(isVault(bytes)).as("%s", path.getFileName()).isTrue();
            }
        });
    }

    private static boolean isVault(ByteBuffer bytes) {
        try {
            byte[] content = new byte[bytes.remaining()];
            bytes.duplicate().get(content);
            SealedVault.parse(content);
            return true;
        } catch (VaultException _) {
            return false;
        }
    }

    private void saveTimes(int times, FileCalls calls) throws IOException {
        var machine = new Machine(calls, new SecureRandom());
        try (var passphrase = passphrase()) {
            if (!Files.exists(file)) {
                VaultFile.create(file, passphrase, KdfCost.LEAST).close();
            }
            try (var vault = VaultFile.open(file, passphrase, machine)) {
                for (int i = 0; i < times; i++) {
                    vault.save(content ->
                            content.withSetting("saves", content.settings().getOrDefault("saves", "") + "."));
                }
            }
        }
    }

    private static Passphrase passphrase() {
        return Passphrase.copyOf("right".toCharArray());
    }
}
