package dev.tessera.desktop.explain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tessera.clock.CodeClock;
import dev.tessera.clock.FakeTimeServer;
import dev.tessera.clock.Source;
import dev.tessera.clock.TimeServer;
import dev.tessera.desktop.Accounts;
import dev.tessera.desktop.FakeTime;
import dev.tessera.desktop.clock.ClockViewModel;
import dev.tessera.desktop.clock.Timing;
import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.control.Messages;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.control.Ticker;
import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The secret of RFC 4226 appendix D and RFC 6238 appendix B, at times of the latter.
class ExplainViewModelTest {
    /// RFC 6238: the code of eight digits and SHA1 is 94287082.
    private static final Instant AT = Instant.ofEpochSecond(59);

    private final FakeTime time = new FakeTime(AT);
    private final Threads threads = new Threads(Runnable::run, Runnable::run, time);
    private final List<String> told = new ArrayList<>();
    private final List<TimeServer> servers = new ArrayList<>();
    private final CodeClock codeClock;
    private final ClockViewModel clock;
    private final Ticker ticker;
    private final ExplainViewModel model;

    ExplainViewModelTest(@TempDir Path folder) {
        Messages.speak(Language.ENGLISH);
        codeClock = CodeClock.in(Optional.of(folder), time);
        clock = new ClockViewModel(new Timing(codeClock, servers), threads, Runnable::run, (text, _) -> told.add(text));
        ticker = new Ticker(codeClock, threads);
        model = new ExplainViewModel(ticker, clock, threads, (text, _) -> told.add(text));
    }

    @BeforeEach
    void isSeen() {
        ticker.start();
    }

    private static Entry entry(OtpParameters parameters) {
        var secret = Secret.copyOf("12345678901234567890".getBytes(US_ASCII));
        return Entry.create(new Account("Pexip", "ann", new Credential(secret, parameters)), AT);
    }

    private void open(OtpParameters parameters) {
        model.open(entry(parameters));
    }

    private List<String> compare(String typed) {
        model.typedProperty().set(typed);
        model.compare();
        return model.verdictProperty().get().sentences();
    }

    private static String local(long second) {
        return DateTimeFormatter.ofPattern("HH:mm:ss")
                .format(Instant.ofEpochSecond(second).atZone(ZoneId.systemDefault()));
    }

    @Test
    void theCodesBesideThePresentOneMoveOnWithIt() {
        open(new Totp(HmacAlgorithm.SHA1, 8, 30));
        assertThat(model.codesProperty().get())
                .extracting(NearCode::step, NearCode::note)
                .containsExactly(tuple(-2L, ""), tuple(-1L, ""), tuple(0L, "now"), tuple(1L, ""), tuple(2L, ""));
        var present = model.codesProperty().get().get(2);
        assertThat(present.code()).isEqualTo("9428 7082");
        assertThat(present.when()).isEqualTo(local(30) + " – " + local(60));
        assertThat(present.spoken()).isEqualTo("now, " + present.when() + ", code 9 4 2 8 7 0 8 2");
        time.pass(Duration.ofSeconds(1));
        assertThat(model.codesProperty().get().get(1).code()).isEqualTo("9428 7082");
    }

    @Test
    void howItsCodesAreMadeIsTold() {
        open(new Totp(HmacAlgorithm.SHA256, 8, 60));
        assertThat(((ExplainState.Shown) model.stateProperty().get()).made())
                .isEqualTo("every 60 s · SHA-256 · digits: 8");
    }

    @Test
    void ofACounterTheCountersBesideItAreShown() {
        open(new Hotp(HmacAlgorithm.SHA1, 6, 1));
        assertThat(model.codesProperty().get())
                .extracting(NearCode::when, NearCode::note, NearCode::code)
                .containsExactly(
                        tuple("counter 0", "", "755 224"),
                        tuple("counter 1", "next", "287 082"),
                        tuple("counter 2", "", "359 152"),
                        tuple("counter 3", "", "969 429"));
        assertThat(compare("755224")).containsExactly("The other device’s counter is behind by 1.");
        assertThat(compare("520489")).containsExactly("The other device’s counter is ahead by 8.");
    }

    @Test
    void steamHasNoNumbersThatCouldDiffer() {
        open(new OtpParameters.Steam());
        assertThat(((ExplainState.Shown) model.stateProperty().get()).made()).isEqualTo("Steam · every 30 s");
        var later = model.codesProperty().get().get(4).code();
        assertThat(compare(later.toLowerCase(Locale.ROOT)).getFirst())
                .isEqualTo("The other device’s clock is about 60 s ahead of the time used here.");
        assertThat(compare(model.codesProperty().get().get(2).code()).getFirst())
                .startsWith("Both agree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"94287082", "9428 7082", " 9428-7082 ", "9428\u00a07082"})
    void theSameCodeIsToldAsTheSame(String typed) {
        open(new Totp(HmacAlgorithm.SHA1, 8, 30));
        assertThat(compare(typed).getFirst()).startsWith("Both agree");
    }

    @ParameterizedTest
    @CsvSource({"-10, 0:05:00 behind", "-3, 90 s behind", "-1, 30 s behind", "1, 30 s ahead", "10, 0:05:00 ahead"})
    void aClockThatIsOffIsFound(int steps, String told) {
        time.set(Instant.ofEpochSecond(1_111_111_109));
        var parameters = new Totp(HmacAlgorithm.SHA1, 6, 30);
        open(parameters);
        var there =
                entry(parameters).account().credential().codeAt(time.instant().plusSeconds(30L * steps));
        assertThat(compare(there.text()).getFirst())
                .isEqualTo("The other device’s clock is about " + told + " "
                        + (steps < 0 ? "the time used here." : "of the time used here."));
    }

    @ParameterizedTest
    @CsvSource({
        "SHA256, 6, 30, 0, every 30 s · SHA-256 · digits: 6",
        "SHA1, 8, 30, 0, every 30 s · SHA-1 · digits: 8",
        "SHA1, 6, 60, 0, every 60 s · SHA-1 · digits: 6"
    })
    void anotherWayToMakeThemIsFound(HmacAlgorithm algorithm, int digits, int period, int cut, String made) {
        time.set(Instant.ofEpochSecond(1_111_111_109));
        open(Totp.standard());
        var there = entry(new Totp(algorithm, digits, period))
                .account()
                .credential()
                .codeAt(time.instant());
        assertThat(compare(there.text()))
                .startsWith("The other device generates its codes differently: " + made + ".")
                .last()
                .asString()
                .startsWith("The site knows");
    }

    @Test
    void aCodeCutShortIsFound() {
        time.set(Instant.ofEpochSecond(1_111_111_109));
        open(Totp.standard());
        var eight = entry(new Totp(HmacAlgorithm.SHA1, 8, 30))
                .account()
                .credential()
                .codeAt(time.instant());
        assertThat(compare(eight.text().substring(0, 6))).contains("Characters at the end that it does not show: 2.");
    }

    @Test
    void whereNothingFitsThatIsTold() {
        open(Totp.standard());
        assertThat(compare("000001")).hasSize(2).first().asString().startsWith("No match");
        assertThat(compare("1234")).hasSize(1).first().asString().startsWith("Type the whole code");
        assertThat(told).isEmpty();
    }

    @Test
    void whatWasFoundIsGoneOnceAnotherCodeIsTyped() {
        open(Totp.standard());
        compare("000001");
        model.typedProperty().set("0000012");
        assertThat(model.verdictProperty().get()).isEqualTo(Verdict.NONE);
    }

    @Test
    void ofTheClockIsToldWhatIsKnown() throws IOException {
        open(Totp.standard());
        assertThat(model.aboutTheClock()).startsWith("This computer’s clock has not been checked.");
        codeClock.apply(Duration.ofSeconds(45), Source.GIVEN, codeClock.evidence());
        clock.look();
        assertThat(model.aboutTheClock()).isEqualTo("The codes are generated 45 s ahead of this computer’s clock.");
        codeClock.reset();
        clock.look();
        time.set(Instant.parse("2026-11-25T12:00:08Z")); // no time server tells 1970
        try (var server = FakeTimeServer.telling(time::instant)) {
            servers.add(server.address());
            clock.measure();
        }
        assertThat(model.aboutTheClock()).startsWith("The clock is ");
    }

    @Test
    void closedItHoldsNothing() {
        model.open(Entry.create(Accounts.pexip(), AT));
        compare("000001");
        model.close();
        assertThat(model.isOpen()).isFalse();
        assertThat(model.codesProperty().get()).isEmpty();
        assertThat(model.typedProperty().get()).isEmpty();
        assertThat(model.verdictProperty().get()).isEqualTo(Verdict.NONE);
        time.pass(Duration.ofSeconds(40));
        assertThat(model.codesProperty().get()).as("no tick reaches it").isEmpty();
    }
}
