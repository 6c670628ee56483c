package dev.tessera.desktop.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.Accounts;
import dev.tessera.desktop.FakeFiles;
import dev.tessera.desktop.FakeTime;
import dev.tessera.desktop.control.Threads;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.KdfCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalViewModelTest {
    private final FakeTime time = new FakeTime(Instant.parse("2026-11-26T12:00:00Z"));
    private final Threads threads = new Threads(Runnable::run, Runnable::run, time);
    private final Path folder;
    private final VaultSession session;
    private final RehearsalViewModel model;
    private final FakeFiles files = new FakeFiles();

    RehearsalViewModelTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        session = VaultSession.create(folder.resolve("v.tessera"), typed("right"), KdfCost.LEAST, time);
        model = new RehearsalViewModel(session, time, threads, files);
    }

    @AfterEach
    void close() {
        model.close();
        session.close();
    }

    @Test
    void anEmptyVaultAndANewOneAreLeftInPeace() throws IOException {
        later(Duration.ofDays(100));
        assertThat(model.dueProperty().get()).isFalse();
        session.add(Accounts.pexip());
        later(Duration.ofDays(29));
        assertThat(model.dueProperty().get()).isFalse();
        later(Duration.ofDays(2));
        assertThat(model.dueProperty().get()).isTrue();
    }

    @Test
    void whatIsProvedIsAskedForAgainInAMonth() throws IOException {
        makeDue();
        model.begin();
        model.provePassphrase(typed("right"));
        assertThat(told().sound()).isTrue();
        assertThat(told().sentences()).anyMatch(sentence -> sentence.contains("v.tessera on a USB stick"));
        model.dismiss();

        assertThat(model.dueProperty().get()).isFalse();
        later(Duration.ofDays(29));
        assertThat(model.dueProperty().get()).isFalse();
        later(Duration.ofDays(1));
        assertThat(model.dueProperty().get()).isTrue();
    }

    @Test
    void notNowIsAWeekAndNeverIsNever() throws IOException {
        makeDue();
        model.later();
        assertThat(model.dueProperty().get()).isFalse();
        later(Duration.ofDays(7));
        assertThat(model.dueProperty().get()).isTrue();
        model.never();
        later(Duration.ofDays(1000));
        assertThat(model.dueProperty().get()).isFalse();
    }

    @Test
    void aSettingThatIsNoTimeIsTakenForDue() throws IOException {
        session.add(Accounts.pexip());
        session.edit(vault -> vault.withSetting(RehearsalViewModel.SETTING, "soon"));
        model.look();
        assertThat(model.dueProperty().get()).isTrue();
    }

    @Test
    void aWrongPassphraseIsAskedForAgainAndNothingIsPutOff() throws IOException {
        makeDue();
        model.begin();
        model.provePassphrase(typed("wrong"));

        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        RehearsalState.Asking.class,
                        asking -> assertThat(asking.problem()).contains("not the passphrase"));
        model.dismiss();
        model.look();
        assertThat(model.dueProperty().get()).isTrue();
    }

    @Test
    void aCopyIsOpenedAndComparedAndStaysAsItIs() throws IOException {
        session.add(Accounts.pexip());
        var copy = Files.copy(session.file(), folder.resolve("stick.tessera"));
        var before = Files.readAllBytes(copy);
        prove(copy);
        assertThat(told().sound()).isTrue();
        assertThat(told().sentences()).anyMatch(sentence -> sentence.contains("are those of your vault"));

        session.add(Accounts.steam());
        prove(copy);
        assertThat(told().sound()).isTrue();
        assertThat(told().sentences()).anyMatch(sentence -> sentence.contains("One account differs"));
        assertThat(copy).hasBinaryContent(before);
    }

    @Test
    void whatIsNoGoodCopyIsSaid() throws IOException {
        session.add(Accounts.pexip());
        var old = Files.copy(session.file(), folder.resolve("old.tessera"));
        session.changePassphrase(typed("newer"), KdfCost.LEAST);

        assertSaid(session.file(), "is the vault itself");
        assertSaid(old, "has another one");
        assertSaid(Files.writeString(folder.resolve("letter.tessera"), "hello"), "cannot be used");
        try (var other = VaultSession.create(folder.resolve("other.tessera"), typed("newer"), KdfCost.LEAST, time)) {
            assertSaid(other.file(), "cannot be used");
        }
    }

    @Test
    void choosingNoFileLeavesTheSheetAsItIs() {
        files.vault = Optional::empty;
        model.begin();
        model.proveCopy(typed("right"));

        assertThat(model.stateProperty().get()).isInstanceOf(RehearsalState.Asking.class);
    }

    private void assertSaid(Path copy, String words) {
        files.vault = () -> Optional.of(copy);
        model.begin();
        model.proveCopy(typed("newer"));
        assertThat(told().sound()).isFalse();
        assertThat(told().sentences()).anyMatch(sentence -> sentence.contains(words));
    }

    private void prove(Path copy) {
        files.vault = () -> Optional.of(copy);
        model.begin();
        model.proveCopy(typed("right"));
    }

    private RehearsalState.Told told() {
        return (RehearsalState.Told) model.stateProperty().get();
    }

    private void makeDue() throws IOException {
        session.add(Accounts.pexip());
        later(Duration.ofDays(31));
    }

    private void later(Duration duration) {
        time.pass(duration);
        model.look();
    }

    private static Passphrase typed(String text) {
        return Passphrase.copyOf(text.toCharArray());
    }
}
