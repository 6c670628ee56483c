package dev.tessera.desktop.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.FakeFiles;
import dev.tessera.desktop.FakeTime;
import dev.tessera.desktop.control.Threads;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.KdfCost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockViewModelTest {
    private final FakeTime time = new FakeTime(Instant.EPOCH);
    private final List<Runnable> work = new ArrayList<>();
    private final List<VaultSession> opened = new ArrayList<>();
    private final List<Path> others = new ArrayList<>();
    private final List<Path> created = new ArrayList<>();
    private final Path file;
    private final UnlockViewModel model;
    private final FakeFiles files = new FakeFiles();

    UnlockViewModelTest(@TempDir Path folder) {
        file = folder.resolve("personal.tessera");
        var threads = new Threads(work::add, Runnable::run, time);
        var next = new Gate.Next(opened::add, others::add, created::add);
        model = new UnlockViewModel(new Gate(time, threads, files, () -> KdfCost.LEAST, Optional.empty(), next), file);
    }

    @Test
    void theRightPassphraseOpens() throws IOException {
        createVault();
        unlock("right");
        assertThat(opened).hasSize(1);
        assertThat(model.problemProperty().get().kind()).isEqualTo(GateProblem.Kind.NONE);
        opened.getFirst().close();
    }

    @Test
    void aWeakVaultIsStrongAfterTheNextSave() throws IOException {
        createVault();
        var threads = new Threads(work::add, Runnable::run, time);
        var next = new Gate.Next(opened::add, others::add, created::add);
        var gate = new Gate(time, threads, files, () -> KdfCost.LEAST_FOR_NEW, Optional.empty(), next);
        new UnlockViewModel(gate, file).unlock(passphrase("right"));
        runWork();
        try (var session = opened.getFirst()) {
            assertThat(session.isWeak()).isTrue();
            session.edit(vault -> vault.withSetting("saved", "once"));
            assertThat(session.isWeak()).isFalse();
        }
        try (var again = VaultSession.unlock(file, passphrase("right"), time)) {
            assertThat(again.isWeak()).isFalse();
        }
    }

    @Test
    void aWrongPassphraseIsSaidAndTheNextEditTakesItBack() throws IOException {
        createVault();
        unlock("wrong");
        assertThat(opened).isEmpty();
        assertThat(model.problemProperty().get().kind()).isEqualTo(GateProblem.Kind.WRONG_PASSPHRASE);
        model.edited();
        assertThat(model.problemProperty().get().kind()).isEqualTo(GateProblem.Kind.NONE);
    }

    @Test
    void whileAKeyIsDerivedASecondAttemptIsNotMade() throws IOException {
        createVault();
        model.unlock(passphrase("right"));
        model.unlock(passphrase("right"));
        assertThat(model.workingProperty().get()).isTrue();
        assertThat(work).hasSize(1);
        runWork();
        assertThat(model.workingProperty().get()).isFalse();
        opened.getFirst().close();
    }

    @Test
    void aMissingFileIsNamedAndACanBeCreatedThere() {
        unlock("any");
        assertThat(model.problemProperty().get().kind()).isEqualTo(GateProblem.Kind.MISSING_FILE);
        assertThat(model.problemProperty().get().sentence()).contains(file.toString());
        model.createNew();
        assertThat(created).containsExactly(file);
    }

    @Test
    void aDamagedFileIsToldFromAWrongPassphraseAndStaysAsItIs() throws IOException {
        createVault();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        unlock("right");
        assertThat(model.problemProperty().get().kind()).isEqualTo(GateProblem.Kind.DAMAGED_FILE);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void aFileOfAnotherKindIsNoVault() throws IOException {
        Files.writeString(file, "Dear diary, ", StandardCharsets.UTF_8);
        unlock("any");
        assertThat(model.problemProperty().get().kind()).isEqualTo(GateProblem.Kind.DAMAGED_FILE);
        assertThat(model.problemProperty().get().sentence())
                .contains("personal.tessera")
                .contains("backup");
    }

    @Test
    void anotherVaultCanBeChosen() {
        files.vault = Optional::empty;
        model.chooseOther();
        assertThat(others).isEmpty();
        files.vault = () -> Optional.of(file.resolveSibling("work.tessera"));
        model.chooseOther();
        assertThat(others).containsExactly(file.resolveSibling("work.tessera"));
    }

    private void unlock(String typed) {
        model.unlock(passphrase(typed));
        runWork();
    }

    private void runWork() {
        List.copyOf(work).forEach(Runnable::run);
        work.clear();
    }

    private void createVault() throws IOException {
        try (var passphrase = passphrase("right")) {
            VaultSession.create(file, passphrase, KdfCost.LEAST, time).close();
        }
    }

    private static Passphrase passphrase(String typed) {
        return Passphrase.copyOf(typed.toCharArray());
    }
}
