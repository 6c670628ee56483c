package dev.tessera.desktop.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.FakeFiles;
import dev.tessera.desktop.FakeTime;
import dev.tessera.desktop.control.Strength;
import dev.tessera.desktop.control.Threads;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.KdfCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateViewModelTest {
    private final FakeTime time = new FakeTime(Instant.EPOCH);
    private final List<Runnable> work = new ArrayList<>();
    private final List<VaultSession> opened = new ArrayList<>();
    private final Path file;
    private final CreateViewModel model;

    CreateViewModelTest(@TempDir Path folder) {
        file = folder.resolve("new folder").resolve("personal.tessera");
        var threads = new Threads(work::add, Runnable::run, time);
        var next = new Gate.Next(opened::add, _ -> {}, _ -> {});
        model = new CreateViewModel(
                new Gate(time, threads, new FakeFiles(), () -> KdfCost.LEAST, Optional.empty(), next), file);
    }

    @AfterEach
    void close() {
        opened.forEach(VaultSession::close);
    }

    @Test
    void aVaultIsMadeAndOpenedWithThePassphrase() throws IOException {
        create("a fine passphrase", true);
        assertThat(opened).hasSize(1);
        try (var passphrase = Passphrase.copyOf("a fine passphrase".toCharArray())) {
            VaultSession.unlock(file, passphrase, time).close();
        }
    }

    @Test
    void nothingIsMadeUntilBothAreTheSame() {
        create("a fine passphrase", false);
        assertThat(file).doesNotExist();
        assertThat(model.problemProperty().get().sentence()).startsWith("The two passphrases are not the same");
    }

    @Test
    void anEmptyPassphraseMakesNothing() {
        create("", true);
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws IOException {
        Files.createDirectories(file.resolveSibling("x").getParent());
        Files.writeString(file, "something of value");
        create("a fine passphrase", true);
        assertThat(opened).isEmpty();
        assertThat(file).hasContent("something of value");
        assertThat(model.problemProperty().get().sentence()).contains("Open an existing vault");
    }

    @ParameterizedTest
    @CsvSource({"password, 0", "correct horse battery staple, 4"})
    void strengthIsMeasured(String typed, int score) {
        model.measure(typed.toCharArray());
        runWork();
        assertThat(model.strengthProperty().get().score()).isEqualTo(score);
        assertThat(model.strengthProperty().get().words()).isNotBlank();
    }

    @Test
    void ofSeveralMeasurementsTheLastOneCounts() {
        model.measure("correct horse battery staple".toCharArray());
        model.measure(new char[0]);
        runWork();
        assertThat(model.strengthProperty().get()).isEqualTo(new Strength(-1));
    }

    @Test
    void whatWasMeasuredIsWiped() {
        char[] typed = "correct horse".toCharArray();
        model.measure(typed);
        runWork();
        assertThat(typed).containsOnly('\0');
    }

    private void create(String typed, boolean repeated) {
        model.create(Passphrase.copyOf(typed.toCharArray()), repeated);
        runWork();
    }

    private void runWork() {
        List.copyOf(work).forEach(Runnable::run);
        work.clear();
    }
}
