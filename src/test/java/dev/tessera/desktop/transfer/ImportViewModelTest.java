package dev.tessera.desktop.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.CalledOff;
import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.FakeTime;
import dev.tessera.desktop.control.FilePicker;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.transfer.ImportLine.Verdict;
import dev.tessera.session.VaultSession;
import dev.tessera.transfer.TransferParts;
import dev.tessera.vault.Entry;
import dev.tessera.vault.file.KdfCost;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
    private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    private static final String ENTE_PASSPHRASE = "päss wörd ";
    private static final String SEALED = "/dev/tessera/transfer/ente-sealed.json";

    private final Path folder;
    private final FakeTime time = new FakeTime(Instant.parse("2026-11-25T12:00:00Z"));
    private final VaultSession session;
    private final List<String> told = new ArrayList<>();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private Optional<Runnable> undo = Optional.empty();
    private final ImportViewModel model;

    ImportViewModelTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        try (var passphrase = Passphrase.copyOf("a passphrase".toCharArray())) {
            session = VaultSession.create(
                    Files.createDirectory(folder.resolve("home")).resolve("v.tessera"),
                    passphrase,
                    KdfCost.LEAST,
                    time);
        }
        var threads = new Threads(work::add, Runnable::run, time);
        model = new ImportViewModel(session, time, threads, FilePicker.none(), (text, back) -> {
            told.add(text);
            undo = back;
        });
    }

    @AfterEach
    void close() {
        model.close();
        session.close();
    }

    @Test
    void eachThingInTheFileHasALineAndNothingIsAddedYet() throws IOException {
        model.take(List.of(twoFas("""
                {"name": "Acme", "secret": "%s", "otp": {"account": "ann"}},
                {"name": "Bolt", "secret": "", "otp": {"account": "bob"}},
                {"name": "Core", "secret": "%s", "otp": {"account": "cy", "digits": 99}}""")));
        doWork();
        var told = told();
        assertThat(told.heading()).isEqualTo("From 2FAS");
        assertThat(told.lines().stream().map(ImportLine::verdict))
                .containsExactly(Verdict.REJECTED, Verdict.REJECTED, Verdict.NEW);
        assertThat(told.lines().stream().map(ImportLine::name))
                .containsExactly("Bolt (bob)", "Core (cy)", "Acme (ann)");
        assertThat(told.lines().getFirst().details()).containsExactly("Secret is missing.");
        assertThat(session.vault().entries()).isEmpty();
    }

    @Test
    void whatIsChosenIsAddedInOneSaveAndTakenBackInOne() throws IOException {
        long generation = session.generation();
        model.take(List.of(twoFas(TwoFasFile.services(SECRET, "ann", "bob", "cy"))));
        doWork();
        told().lines().get(1).chosenProperty().set(false);
        model.addChosen();
        doWork();
        assertThat(names()).containsExactly("ann", "cy");
        assertThat(session.generation()).isEqualTo(generation + 1);
        assertThat(told).containsExactly("2 accounts were added.");
        assertThat(model.isOpen()).isFalse();
        assertThat(codes()).hasSize(2);

        undo.orElseThrow().run();
        doWork();
        assertThat(session.vault().entries()).isEmpty();
        assertThat(session.vault().tombstones()).hasSize(2);
        assertThat(told).last().isEqualTo("The import was undone.");
    }

    @Test
    void whatIsThereAlreadyIsToldAndNotAddedAgain() throws IOException {
        var file = twoFas(TwoFasFile.services(SECRET, "ann", "bob"));
        model.take(List.of(file));
        doWork();
        model.addChosen();
        doWork();
        model.take(List.of(file));
        doWork();
        assertThat(told().count(Verdict.PRESENT)).isEqualTo(2);
        assertThat(told().chosen()).isEmpty();
        model.addChosen();
        doWork();
        assertThat(names()).containsExactly("ann", "bob");
    }

    @Test
    void aSealedFileAsksForItsPassphraseUntilItOpens() throws IOException {
        model.take(List.of(sealed()));
        doWork();
        assertThat(model.stateProperty().get()).isEqualTo(new ImportState.Sealed("ente.json", "Ente Auth", ""));
        model.open(Passphrase.ofForeignFile("wrong".toCharArray()));
        doWork();
        assertThat(((ImportState.Sealed) model.stateProperty().get()).problem())
                .startsWith("The passphrase is wrong, or the file is damaged.");
        model.open(Passphrase.ofForeignFile(ENTE_PASSPHRASE.toCharArray()));
        doWork();
        assertThat(told().chosen()).isNotEmpty();
    }

    @Test
    void aSealedFileCanBeLeftOutAndIsToldThen() throws IOException {
        model.take(List.of(sealed(), twoFas(TwoFasFile.services(SECRET, "ann"))));
        doWork();
        model.leaveOut();
        doWork();
        assertThat(told().lines().stream().map(ImportLine::name)).containsExactly("ente.json", "Acme (ann)");
        assertThat(told().lines().getFirst().details())
                .containsExactly("Skipped, because its passphrase was not typed.");
    }

    @Test
    void aFileThatCannotBeReadIsToldAmongTheOthers() throws IOException {
        var gone = folder.resolve("gone.json");
        var damaged = write("damaged.json", "{\"services\": [");
        model.take(List.of(gone, damaged, twoFas(TwoFasFile.services(SECRET, "ann"))));
        doWork();
        assertThat(told().lines().stream().map(ImportLine::name))
                .containsExactly("gone.json", "damaged.json", "Acme (ann)");
        assertThat(told().lines().get(1).details().getFirst()).contains("line 1");
    }

    @Test
    void whereNothingCanBeUsedTheReasonsAreTold() throws IOException {
        model.take(List.of(twoFas("{\"name\": \"Bolt\", \"secret\": \"\", \"otp\": {\"account\": \"bob\"}}")));
        doWork();
        assertThat(nothing()).containsExactly("Bolt (bob): Secret is missing.");
        model.cancel();
        model.take(List.of(write("empty.json", "{\"services\": [], \"schemaVersion\": 4}")));
        doWork();
        assertThat(nothing()).singleElement().asString().startsWith("There are no one-time passwords in this file.");
    }

    @Test
    void moreFilesComeToWhatIsShown() throws IOException {
        model.take(List.of(twoFas(TwoFasFile.services(SECRET, "ann"))));
        doWork();
        model.take(List.of(write("second.json", TwoFasFile.of(TwoFasFile.services(SECRET, "ann", "bob")))));
        doWork();
        assertThat(told().count(Verdict.NEW)).isEqualTo(2);
        assertThat(told().count(Verdict.PRESENT)).isEqualTo(1);
    }

    @Test
    void whatIsCalledOffBeforeItIsWrittenIsNotAdded() throws IOException {
        model.take(List.of(twoFas(TwoFasFile.services(SECRET, "ann", "bob"))));
        doWork();
        var entries = told().chosen();
        model.addChosen();
        model.cancel();
        doWork();
        assertThat(session.vault().entries()).isEmpty();
        assertThat(told).isEmpty();
        assertThat(entries)
                .allSatisfy(entry -> assertThat(
                                entry.account().credential().secret().isClosed())
                        .isTrue());
    }

    @Test
    void callingOffWhileAFileIsReadShowsNothingLater() throws IOException {
        model.take(List.of(twoFas(TwoFasFile.services(SECRET, "ann"))));
        model.cancel();
        doWork();
        assertThat(model.isOpen()).isFalse();
    }

    /// At a cost of half a minute and more; the second file is read by the thread that was stopped.
    @Test
    void callingOffStopsTheDerivationThatIsRunning() throws Exception {
        var costly = Files.readString(sealed())
                .replaceFirst("\"memLimit\": *[0-9]+", "\"memLimit\": 67108864")
                .replaceFirst("\"opsLimit\": *[0-9]+", "\"opsLimit\": 160");
        byte[] before = Files.readAllBytes(session.file());
        model.take(List.of(write("costly.json", costly)));
        doWork();
        model.open(Passphrase.ofForeignFile("any".toCharArray()));
        var read = new FutureTask<Void>(work.remove(), null);
        var thread = Thread.ofPlatform().daemon().start(read);
        var threads = ManagementFactory.getThreadMXBean();
        while (threads.getThreadCpuTime(thread.threadId()) < 500_000_000) {
            Thread.onSpinWait();
        }
        assertThat(read).isNotDone();
        model.cancel();
        read.get(20, TimeUnit.SECONDS);
        assertThat(model.isOpen()).isFalse();
        assertThat(told).isEmpty();
        assertThat(Files.readAllBytes(session.file())).isEqualTo(before);

        model.take(List.of(twoFas(TwoFasFile.services(SECRET, "ann"))));
        doWork();
        model.addChosen();
        doWork();
        assertThat(names()).containsExactly("ann");
    }

    /// The mark of the interruption must not meet the save that the same thread does next.
    @Test
    void aThreadThatWasStoppedIsNotInterruptedAfterwards() {
        var read = new StoppableRead();
        assertThat(read.run(() -> {
                    read.stop();
                    CalledOff.check();
                    return "went through";
                }))
                .isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(read.run(() -> "once more")).isEmpty();
        assertThat(new StoppableRead().run(() -> "another")).contains("another");
    }

    @Test
    void aVaultThatCannotBeWrittenKeepsTheListAndSaysWhy() throws IOException {
        model.take(List.of(twoFas(TwoFasFile.services(SECRET, "ann"))));
        doWork();
        var home = session.file().getParent();
        var away = Files.move(home, folder.resolve("away"));
        model.addChosen();
        doWork();
        assertThat(told).singleElement().asString().isNotBlank();
        assertThat(told().chosen()).hasSize(1);
        Files.move(away, home);
        model.addChosen();
        doWork();
        assertThat(names()).containsExactly("ann");
    }

    @Test
    void lockingForgetsWhatWasRead() throws IOException {
        model.take(List.of(twoFas(TwoFasFile.services(SECRET, "ann"))));
        doWork();
        var entry = told().chosen().getFirst();
        model.close();
        assertThat(entry.account().credential().secret().isClosed()).isTrue();
    }

    @Test
    void afterLockingNothingIsReadAnyMore() throws IOException {
        model.close();
        model.take(List.of(twoFas(TwoFasFile.services(SECRET, "ann"))));
        assertThat(work).isEmpty();
        assertThat(model.isOpen()).isFalse();
    }

    @Test
    void aFileThatComesWhileOthersAreSavedIsReadAfterwards() throws IOException {
        model.take(List.of(twoFas(TwoFasFile.services(SECRET, "ann"))));
        doWork();
        model.addChosen();
        model.take(List.of(write("second.json", TwoFasFile.of(TwoFasFile.services(SECRET, "bob")))));
        doWork();
        assertThat(names()).containsExactly("ann");
        assertThat(told().lines().stream().map(ImportLine::name)).containsExactly("Acme (bob)");
    }

    @Test
    void picturesOfOneTransferAreOneAndWhatIsMissingIsToldOnce() throws IOException {
        model.take(List.of(TransferParts.picture(folder, 3, 3), TransferParts.picture(folder, 1, 3)));
        doWork();
        assertThat(told().notes()).singleElement().asString().contains("missing: 2.");
        model.take(List.of(TransferParts.picture(folder, 2, 3)));
        doWork();
        assertThat(told().notes()).isEmpty();
        assertThat(told().chosen()).hasSize(3);
    }

    @Test
    void ourOwnSealedBackupIsReadUnderItsPassphrase() throws IOException {
        model.take(List.of(twoFas(TwoFasFile.services(SECRET, "ann"))));
        doWork();
        model.addChosen();
        doWork();
        var copy = Files.copy(session.file(), folder.resolve("copy.tessera"));
        model.take(List.of(copy));
        doWork();
        assertThat(model.stateProperty().get()).isEqualTo(new ImportState.Sealed("copy.tessera", "Tessera", ""));
        model.open(Passphrase.ofForeignFile("a passphrase".toCharArray()));
        doWork();
        assertThat(told().heading()).isEqualTo("From Tessera");
        assertThat(told().count(Verdict.PRESENT)).isEqualTo(1);
    }

    @Test
    void aLogThatIsDroppedWithItsDatabaseIsNoFileOfItsOwn() throws IOException {
        var log = write("a.db-wal", "");
        var shared = write("a.db-shm", "");
        var database = Files.write(folder.resolve("a.db"), new byte[] {1});
        model.take(List.of(log, database, shared));
        doWork();
        assertThat(nothing()).singleElement().asString().startsWith("a.db: ");
    }

    @Test
    void tenThousandAccountsAreAddedAtOnce() throws IOException {
        var names = IntStream.range(0, 10_000).mapToObj(i -> "user" + i).toArray(String[]::new);
        model.take(List.of(twoFas(TwoFasFile.services(SECRET, names))));
        doWork();
        assertThat(told().chosen()).hasSize(10_000);
        model.addChosen();
        doWork();
        assertThat(session.vault().listed()).hasSize(10_000);
        undo.orElseThrow().run();
        doWork();
        assertThat(session.vault().entries()).isEmpty();
    }

    @Test
    void onlyWhatIsMoreThanLinksAndPicturesIsAnExport() throws IOException {
        assertThat(model.areAmong(List.of(twoFas(TwoFasFile.services(SECRET, "ann")))))
                .isTrue();
        assertThat(model.areAmong(List.of(write("cut.json", "{\"db\": ")))).isTrue();
        assertThat(model.areAmong(List.of(write("links.txt", "otpauth://totp/a?secret=" + SECRET))))
                .isFalse();
        assertThat(model.areAmong(List.of(write("links.json", "[\"otpauth://totp/a?secret=" + SECRET + "\"]"))))
                .isTrue();
        assertThat(model.areAmong(List.of(write("note.txt", "dear diary")))).isFalse();
        assertThat(model.areAmong(List.of(folder.resolve("gone.png")))).isFalse();
    }

    private void doWork() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private ImportState.Told told() {
        return (ImportState.Told) model.stateProperty().get();
    }

    private List<String> nothing() {
        return ((ImportState.Nothing) model.stateProperty().get()).sentences();
    }

    private List<String> names() {
        return session.vault().listed().stream()
                .map(entry -> entry.account().accountName())
                .toList();
    }

    private List<String> codes() {
        return session.vault().listed().stream()
                .map(Entry::account)
                .map(account -> account.credential().codeAt(time.instant()).text())
                .toList();
    }

    private Path twoFas(String services) throws IOException {
        return write("export.2fas", TwoFasFile.of(services.replace("%s", SECRET)));
    }

    private Path sealed() throws IOException {
        try (var in = ImportViewModelTest.class.getResourceAsStream(SEALED)) {
            return Files.write(
                    folder.resolve("ente.json"),
                    java.util.Objects.requireNonNull(in).readAllBytes());
        }
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, UTF_8);
    }
}
