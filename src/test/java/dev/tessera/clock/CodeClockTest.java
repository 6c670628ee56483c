package dev.tessera.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A computer whose clock goes, is set, and is started anew.
class CodeClockTest {
    private static final Duration OFF = Duration.ofSeconds(45);

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-27T12:00:00Z");
    private long nanos;
    private Instant started = now.minus(Duration.ofHours(3));
    private String boot = "one";
    private boolean followsNetwork;
    private CodeClock clock;

    @BeforeEach
    void start() {
        clock = process();
    }

    private CodeClock process() {
        return new CodeClock(() -> now, Optional.of(file()), this::evidence, () -> nanos);
    }

    private Path file() {
        return folder.resolve("config/clock.properties");
    }

    private Evidence evidence() {
        return boot.isEmpty() ? Evidence.none() : new Evidence(boot, started, followsNetwork);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /// The clock is set, which changes nothing of when the system was started but how that is told.
    private void set(Duration further) {
        now = now.plus(further);
        started = started.plus(further);
        nanos += Duration.ofSeconds(1).toNanos();
    }

    private void apply() throws IOException {
        clock.apply(OFF, Source.SERVERS, clock.evidence());
    }

    @Test
    void itIsThatOfTheComputerUntilSomethingIsApplied() throws IOException {
        assertThat(clock.instant()).isEqualTo(now);
        apply();
        assertThat(clock.instant()).isEqualTo(now.plus(OFF));
        pass(Duration.ofHours(5));
        assertThat(clock.instant()).isEqualTo(now.plus(OFF));
        assertThat(clock.reset()).isTrue();
        assertThat(clock.instant()).isEqualTo(now);
        assertThat(clock.reset()).isFalse();
    }

    @Test
    void anotherProcessFollows() throws IOException {
        var other = process();
        assertThat(other.amount()).isZero();
        apply();
        pass(Duration.ofMillis(300));
        assertThat(other.amount()).isEqualTo(OFF);
        clock.reset();
        pass(Duration.ofMillis(300));
        assertThat(other.state()).isEqualTo(new CodeClock.State.Plain());
    }

    @ParameterizedTest
    @ValueSource(longs = {45, -45, 2, -2, 86_400})
    void aClockThatWasSetIsGoneBy(long seconds) throws IOException {
        apply();
        assertThat(clock.amount()).isEqualTo(OFF);
        set(Duration.ofSeconds(seconds));
        assertThat(clock.state()).isEqualTo(new CodeClock.State.Lapsed(Lapse.CLOCK_SET));
        assertThat(clock.instant()).isEqualTo(now);
    }

    @Test
    void aSleepIsNoSet() throws IOException {
        apply();
        now = now.plus(Duration.ofHours(8)); // as the time since the start goes on, too
        nanos += Duration.ofSeconds(1).toNanos();
        assertThat(clock.amount()).isEqualTo(OFF);
    }

    @Test
    void aStartOfTheSystemEndsIt() throws IOException {
        apply();
        pass(Duration.ofMinutes(1));
        boot = "two";
        assertThat(process().state()).isEqualTo(new CodeClock.State.Lapsed(Lapse.RESTARTED));
    }

    @Test
    void aClockThatTheNetworkKeepsRightEndsIt() throws IOException {
        apply();
        followsNetwork = true;
        pass(Duration.ofMinutes(1));
        assertThat(clock.state()).isEqualTo(new CodeClock.State.Lapsed(Lapse.FOLLOWS_NETWORK));
        apply();
        pass(Duration.ofMinutes(1));
        assertThat(clock.amount()).as("it was off all the same").isEqualTo(OFF);
    }

    @Test
    void aDayEndsIt() throws IOException {
        apply();
        pass(Duration.ofHours(24));
        assertThat(clock.amount()).isEqualTo(OFF);
        pass(Duration.ofSeconds(1));
        assertThat(clock.state()).isEqualTo(new CodeClock.State.Lapsed(Lapse.OLD));
    }

    @Test
    void aSetBetweenMeasuringAndApplyingIsSeen() throws IOException {
        var before = clock.evidence();
        set(OFF);
        clock.apply(OFF, Source.SERVERS, before);
        assertThat(clock.state()).isEqualTo(new CodeClock.State.Lapsed(Lapse.CLOCK_SET));
    }

    @Test
    void aSystemThatTellsNothingIsTrustedForTwoHours() throws IOException {
        boot = "";
        apply();
        pass(Duration.ofHours(2));
        assertThat(clock.amount()).isEqualTo(OFF);
        now = now.plusSeconds(5);
        nanos += Duration.ofSeconds(1).toNanos();
        assertThat(clock.state()).as("this process saw the jump").isEqualTo(new CodeClock.State.Lapsed(Lapse.OLD));
        apply();
        assertThat(clock.amount()).isEqualTo(OFF);
        now = now.plusSeconds(60);
        nanos += Duration.ofSeconds(1).toNanos();
        assertThat(clock.state()).isEqualTo(new CodeClock.State.Lapsed(Lapse.CLOCK_SET));
        now = now.minusSeconds(120);
        assertThat(process().state()).isEqualTo(new CodeClock.State.Lapsed(Lapse.CLOCK_SET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "amount-millis=45000",
                "amount-millis=x\nsource=servers\napplied=2026-11-27T12:00:00Z",
                "amount-millis=999999999999\nsource=servers\napplied=2026-11-27T12:00:00Z\nstarted=2026-11-27T09:00:00Z",
                "amount-millis=45000\nsource=stars\napplied=2026-11-27T12:00:00Z\nstarted=2026-11-27T09:00:00Z",
                "amount-millis=45000\nsource=servers\napplied=once\nstarted=2026-11-27T09:00:00Z"
            })
    void whatCannotBeReadIsTold(String content) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);
        assertThat(clock.state()).isEqualTo(new CodeClock.State.Lapsed(Lapse.UNREADABLE));
        assertThat(clock.instant()).isEqualTo(now);
    }

    @Test
    void tooMuchIsRefused() {
        assertThatThrownBy(() -> clock.apply(Duration.ofDays(8), Source.GIVEN, clock.evidence()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(file()).doesNotExist();
    }

    @Test
    void withoutAPlaceNothingIsApplied() {
        var nowhere = CodeClock.plain(InstantSource.fixed(now));
        assertThat(nowhere.canBeApplied()).isFalse();
        assertThatThrownBy(() -> nowhere.apply(OFF, Source.GIVEN, nowhere.evidence()))
                .isInstanceOf(IOException.class);
        assertThat(nowhere.instant()).isEqualTo(now);
    }

    @Test
    void linuxTellsOfItsStart() {
        var first = Evidence.ofThisComputer(InstantSource.system());
        if (Files.exists(Path.of("/proc/uptime"))) {
            assertThat(first.isThere()).isTrue();
        }
        var second = Evidence.ofThisComputer(InstantSource.system());
        assertThat(first.lapseTo(second, Correction.TOLERANCE)).isEmpty();
        var moved = Evidence.ofThisComputer(() -> Instant.now().plusSeconds(30));
        assertThat(first.lapseTo(moved, Correction.TOLERANCE).isPresent()).isEqualTo(first.isThere());
    }
}
