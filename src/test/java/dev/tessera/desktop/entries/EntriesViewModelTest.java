package dev.tessera.desktop.entries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import dev.tessera.desktop.Accounts;
import dev.tessera.desktop.FakePasteboard;
import dev.tessera.desktop.FakeTime;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.desktop.settings.Setting;
import dev.tessera.desktop.settings.Setting.Order;
import dev.tessera.desktop.settings.Settings;
import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.file.KdfCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntriesViewModelTest {
    private final FakeTime time = new FakeTime(Instant.ofEpochSecond(31));
    private final FakePasteboard pasteboard = new FakePasteboard();
    private final Threads threads = new Threads(Runnable::run, Runnable::run, time);
    private final Path folder;
    private final VaultSession session;
    private final Settings settings = Settings.untilClosed();
    private final Uses uses;
    private final EntriesViewModel model;

    EntriesViewModelTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        try (var passphrase = Passphrase.copyOf("a passphrase".toCharArray())) {
            session = VaultSession.create(folder.resolve("v.tessera"), passphrase, KdfCost.LEAST, time);
        }
        uses = Uses.in(folder.resolve("state").resolve("uses"));
        model = new EntriesViewModel(
                session,
                new EntriesViewModel.Around(new Ticker(time, threads), time, threads, pasteboard, settings, uses));
    }

    @BeforeEach
    void fill() throws IOException {
        for (var account : Accounts.all()) {
            session.add(account);
        }
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theListFollowsTheVault() throws IOException {
        assertThat(model.shown()).hasSize(9);
        session.add(Accounts.varied("Zzz", "me", 8));
        assertThat(model.shown()).hasSize(10);
        assertThat(model.totalProperty().get()).isEqualTo(10);
    }

    @Test
    void searchingNarrowsTheList() {
        model.queryProperty().set("git");
        assertThat(model.shown())
                .singleElement()
                .satisfies(e -> assertThat(e.account().issuer()).isEqualTo("GitHub"));
        model.queryProperty().set("");
        assertThat(model.shown()).hasSize(9);
    }

    @Test
    void aCopiedCodeIsClearedAfterThirtySeconds() {
        model.copy(entry("Pexip"));
        assertThat(pasteboard.text).contains("287082");
        assertThat(model.copiedProperty().get()).isPresent();
        time.pass(Duration.ofSeconds(29));
        assertThat(pasteboard.text).contains("287082");
        time.pass(Duration.ofSeconds(1));
        assertThat(pasteboard.text).isEmpty();
        assertThat(model.copiedProperty().get()).isEmpty();
    }

    @Test
    void whatThePersonCopiedMeanwhileIsNotCleared() {
        model.copy(entry("Pexip"));
        pasteboard.text = Optional.of("a shopping list");
        time.pass(Duration.ofSeconds(40));
        assertThat(pasteboard.text).contains("a shopping list");
    }

    @Test
    void aSecondCopyStaysForItsOwnThirtySeconds() {
        model.copy(entry("Pexip"));
        time.pass(Duration.ofSeconds(20));
        model.copy(entry("GitHub"));
        time.pass(Duration.ofSeconds(15));
        assertThat(pasteboard.text).isPresent();
        time.pass(Duration.ofSeconds(15));
        assertThat(pasteboard.text).isEmpty();
    }

    @Test
    void theClipboardIsClearedWhenThePersonWants() {
        settings.of(Setting.CLIPBOARD).set(Duration.ofSeconds(10));
        model.copy(entry("Pexip"));
        time.pass(Duration.ofSeconds(9));
        assertThat(pasteboard.text).contains("287082");
        time.pass(Duration.ofSeconds(1));
        assertThat(pasteboard.text).isEmpty();
    }

    @Test
    void inTheLastSecondsTheNextCodeIsAwaitedIfThePersonWants() {
        time.set(Instant.ofEpochSecond(57));
        model.copy(entry("Pexip"));
        assertThat(pasteboard.text).contains("287082");
        settings.of(Setting.FRESH_CODE).set(true);
        model.copy(entry("Pexip"));
        assertThat(model.awaitedProperty().get()).contains(entry("Pexip").id());
        time.pass(Duration.ofSeconds(2));
        assertThat(pasteboard.text).contains("287082");
        time.pass(Duration.ofSeconds(1));
        assertThat(pasteboard.text).contains("359152");
        assertThat(model.awaitedProperty().get()).isEmpty();
        time.pass(Duration.ofSeconds(30));
        assertThat(pasteboard.text).isEmpty();
    }

    @Test
    void anAwaitedCodeIsNotCopiedAfterLocking() {
        settings.of(Setting.FRESH_CODE).set(true);
        time.set(Instant.ofEpochSecond(58));
        model.copy(entry("Pexip"));
        model.close();
        time.pass(Duration.ofSeconds(10));
        assertThat(pasteboard.text).isEmpty();
    }

    @Test
    void hiddenCodesAreShownOneAtATimeForTenSeconds() {
        var pexip = entry("Pexip").id();
        var steam = entry("Steam").id();
        assertThat(model.hidden().hides(pexip)).isFalse();
        settings.of(Setting.HIDDEN_CODES).set(true);
        assertThat(model.hidden().hides(pexip)).isTrue();
        model.hidden().toggle(pexip);
        assertThat(model.hidden().hides(pexip)).isFalse();
        assertThat(model.hidden().hides(steam)).isTrue();
        time.pass(Duration.ofSeconds(5));
        model.hidden().toggle(steam);
        assertThat(model.hidden().hides(pexip)).isTrue();
        time.pass(Duration.ofSeconds(9));
        assertThat(model.hidden().hides(steam)).isFalse();
        time.pass(Duration.ofSeconds(1));
        assertThat(model.hidden().hides(steam)).isTrue();
        model.copy(entry("Pexip"));
        assertThat(pasteboard.text).isPresent();
        assertThat(model.hidden().hides(pexip)).isTrue();
    }

    @Test
    void byHandACardTakesThePlaceOfAnother() {
        settings.of(Setting.ORDER).set(Order.HAND);
        var names = names();
        var first = model.shown().getFirst();
        model.take(first, model.shown().get(2));
        assertThat(names()).startsWith(names.get(1), names.get(2), names.get(0));
        model.take(first, model.shown().getFirst());
        assertThat(names()).isEqualTo(names);
        settings.of(Setting.ORDER).set(Order.NAME);
        assertThat(model.canTake(model.shown().getFirst(), model.shown().getLast()))
                .isFalse();
    }

    @Test
    void whatIsCopiedOftenComesFirstByUseAndIsRememberedOverLocking() {
        settings.of(Setting.ORDER).set(Order.USE);
        model.copy(entry("Steam"));
        model.copy(entry("Steam"));
        model.copy(entry("Mailwerk"));
        model.close();
        var next = new EntriesViewModel(
                session,
                new EntriesViewModel.Around(
                        new Ticker(time, threads),
                        time,
                        threads,
                        pasteboard,
                        settings,
                        Uses.in(folder.resolve("state").resolve("uses"))));
        assertThat(next.shown().stream().map(e -> e.account().issuer())).startsWith("Steam", "Mailwerk");
        next.filterProperty().set(Filter.FREQUENT);
        assertThat(next.shown()).hasSize(2);
    }

    private java.util.List<String> names() {
        return model.shown().stream().map(e -> e.account().title()).toList();
    }

    @Test
    void theNextCodeCanBeCopied() {
        model.copyNext(entry("Pexip"));
        assertThat(pasteboard.text).contains("359152");
    }

    @Test
    void aCounterIsSavedBeforeItsCodeIsShown() {
        var entry = entry("Vault HQ");
        assertThat(model.counterCode(entry.id())).isEmpty();
        model.nextCode(entry);
        assertThat(model.counterCode(entry.id()).orElseThrow().text()).isEqualTo("755224");
        assertThat(counterOf(entry)).isEqualTo(1);
        model.nextCode(entry);
        assertThat(model.counterCode(entry.id()).orElseThrow().text()).isEqualTo("287082");
        assertThat(counterOf(entry)).isEqualTo(2);
    }

    @Test
    void copyingACounterCodeDoesNotUseUpAnother() {
        var entry = entry("Vault HQ");
        model.copy(entry);
        model.copy(entry);
        assertThat(pasteboard.text).contains("755224");
        assertThat(counterOf(entry)).isEqualTo(1);
    }

    @Test
    void aCounterThatIsNotSavedShowsNoCode() throws IOException {
        var entry = entry("Vault HQ");
        // A folder in the place of the file: whatever the system's rights, it cannot be read or replaced.
        Files.delete(session.file());
        Files.createDirectory(session.file());
        model.nextCode(entry);
        assertThat(model.counterCode(entry.id())).isEmpty();
        assertThat(model.noticeProperty().get()).isPresent();
    }

    @Test
    void aCounterAtItsEndIsTold() throws IOException {
        var secret = Accounts.counter().credential().secret();
        var last = new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, Long.MAX_VALUE);
        model.nextCode(session.add(new Account("Spent", "ann", new Credential(secret, last))));
        assertThat(model.noticeProperty().get().orElseThrow().text())
                .isEqualTo("This counter has reached its end; set up the account again on its site.");
    }

    @Test
    void theBinIsUndoneAtOnce() {
        model.moveToBin(entry("GitHub"));
        assertThat(model.shown()).hasSize(8);
        assertThat(model.noticeProperty().get().orElseThrow().text()).isEqualTo("GitHub was moved to the bin.");
        model.undo();
        assertThat(model.shown()).hasSize(9);
        assertThat(model.noticeProperty().get()).isEmpty();
    }

    @Test
    void aNoticeGoesAwayByItself() {
        model.tell(Notice.of("something"));
        time.pass(Duration.ofSeconds(8));
        assertThat(model.noticeProperty().get()).isEmpty();
    }

    @Test
    void aPinnedEntryLeadsTheList() {
        model.togglePin(entry("Steam"));
        assertThat(model.shown().getFirst().account().issuer()).isEqualTo("Steam");
        model.togglePin(entry("Steam"));
        assertThat(model.shown().getFirst().account().issuer()).isEqualTo("Cloudbase");
    }

    @Test
    void closedItHoldsNothingAndNothingWaits() {
        model.copy(entry("Pexip"));
        model.queryProperty().set("pex");
        model.ticker().start();
        model.close();
        assertThat(model.shown()).isEmpty();
        assertThat(model.queryProperty().get()).isEmpty();
        assertThat(pasteboard.text).isEmpty();
        assertThat(time.waiting()).isZero();
        assertThat(folder).isNotEmptyDirectory();
    }

    private Entry entry(String issuer) {
        return session.vault().listed().stream()
                .filter(e -> e.account().issuer().equals(issuer))
                .findFirst()
                .orElseThrow();
    }

    private long counterOf(Entry entry) {
        var parameters = session.vault()
                .entry(entry.id())
                .orElseThrow()
                .account()
                .credential()
                .parameters();
        return ((Hotp) parameters).counter();
    }
}
