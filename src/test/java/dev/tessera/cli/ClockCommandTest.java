package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tessera.clock.CodeClock;
import dev.tessera.clock.FakeTimeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `tessera clock` on a computer whose clock goes, and is off.
class ClockCommandTest {
    @TempDir
    private Path home;

    private final List<FakeTimeServer> servers = new ArrayList<>();
    private Duration off = Duration.ZERO;
    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.with(home, Desk.PEXIP, Desk.COUNTER);
        desk.codeClock = CodeClock.in(
                Optional.of(home.resolve("config")), () -> Instant.now().plus(off));
    }

    @AfterEach
    void close() {
        servers.forEach(FakeTimeServer::close);
    }

    private void ahead(long seconds) {
        off = Duration.ofSeconds(seconds);
    }

    /// Three that tell the right time.
    private void threeServers() {
        for (int i = 0; i < 3; i++) {
            servers.add(FakeTimeServer.ahead(Duration.ZERO));
        }
    }

    private Desk.Ended clock(String... options) {
        return desk.run(Stream.of(
                        Stream.of("clock"),
                        servers.stream().map(server -> "--server=" + server.address()),
                        Arrays.stream(options))
                .flatMap(all -> all)
                .toArray(String[]::new));
    }

    private static JsonNode json(Desk.Ended ended) throws IOException {
        return new ObjectMapper().readTree(ended.out());
    }

    @Test
    void aClockThatIsRight() throws IOException {
        threeServers();
        var told = clock();
        assertThat(told.exitCode()).isZero();
        assertThat(told.outLines()).hasSize(3);
        assertThat(told.out())
                .contains("this computer's clock is right, to within 0.")
                .contains("codes made here are right")
                .contains("3 of 3 servers agree");
        assertThat(told.err()).isEmpty();
        assertThat(Files.exists(home.resolve("config"))).isFalse();
    }

    @Test
    void aClockThatIsBehind() throws IOException {
        ahead(-45);
        threeServers();
        var told = clock();
        assertThat(told.exitCode()).isZero();
        assertThat(told.out())
                .containsPattern("this computer's clock is 4[45](\\.\\d)? seconds behind, to within 0\\.\\d+ seconds")
                .contains("codes made here are 1 to 2 steps late: most sites refuse them");
        assertThat(told.err()).contains("tessera clock --apply");
        var json = json(clock("--json"));
        assertThat(json.path("offsetSeconds").asDouble()).isBetween(44.5, 45.5);
        assertThat(json.path("boundSeconds").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.path("source").asText()).isEqualTo("servers");
        assertThat(json.path("appliedSeconds").asDouble()).isZero();
        assertThat(json.path("codesRight").asBoolean(true)).isFalse();
        assertThat(json.path("fewestSteps").asInt()).isEqualTo(1);
        assertThat(json.path("mostSteps").asInt()).isEqualTo(2);
        assertThat(json.path("servers"))
                .hasSize(3)
                .allMatch(server -> server.path("result").asText().equals("agrees"));
    }

    @Test
    void aClockThatIsALittleAhead() {
        ahead(12);
        threeServers();
        assertThat(clock().out())
                .containsPattern("this computer's clock is 1[12](\\.\\d)? seconds ahead")
                .containsPattern("codes made here are one step early for 1[12] of every 30 seconds: most sites allow");
    }

    @Test
    void whatIsAppliedIsUsedAndTold() throws IOException {
        ahead(-600);
        threeServers();
        var before = desk.vaultBytes();
        var start = Instant.now();
        assertThat(code()).isNotIn(RightCodes.since(start));
        var applied = clock("--apply");
        assertThat(applied.exitCode()).isZero();
        assertThat(applied.out()).contains("ahead of this computer's clock, as it was measured: they are right");

        desk.terminal.interactive = true;
        var code = desk.unlocked("code", "pexip");
        assertThat(code.out().strip()).isIn(RightCodes.since(start));
        assertThat(code.err())
                .containsPattern(
                        "note: codes are made (10 minutes|9 minutes 59 seconds) ahead of this computer's clock")
                .contains("tessera clock --reset ends that");
        desk.terminal.interactive = true;
        assertThat(desk.unlocked("list").err()).contains("ahead of this computer's clock");
        assertThat(desk.unlocked("list").err())
                .as("to a script, which cannot look")
                .isEmpty();
        assertThat(desk.vaultBytes()).as("the vault knows nothing of it").isEqualTo(before);

        assertThat(clock().out()).contains("they are right");
        assertThat(desk.run("clock", "--reset").out()).contains("codes follow this computer's clock again");
        assertThat(code()).isNotIn(RightCodes.since(start));
    }

    private String code() {
        return desk.unlocked("code", "pexip").out().strip();
    }

    @Test
    void watchedCodesGoByItToo() throws IOException {
        ahead(-600);
        threeServers();
        clock("--apply");
        desk.terminal.endInputAfter(0);
        var start = Instant.now();
        var watched = desk.unlocked("code", "--watch", "pexip").out();
        assertThat(RightCodes.since(start)).anyMatch(watched::contains);
    }

    /// RFC 4226 appendix D.
    @Test
    void counterBasedCodesDoNotChange() {
        ahead(-600);
        assertThat(clock("--apply=600").exitCode()).isZero();
        assertThat(desk.unlocked("code", "bank").out().strip()).isEqualTo("755224");
    }

    @Test
    void whatIsSavedBearsTheTimeOfTheComputer() throws IOException {
        assertThat(clock("--apply=600").exitCode()).isZero();
        assertThat(desk.unlocked("edit", "pexip", "--pin").exitCode()).isZero();
        var modified = Instant.parse(
                json(desk.unlocked("list", "--json", "pexip")).path("modified").asText());
        assertThat(modified)
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void explainGoesByIt() {
        ahead(-120);
        assertThat(clock("--apply=120").exitCode()).isZero();
        var right = RightCodes.since(Instant.now()).getFirst();
        var told = desk.unlocked("explain", "pexip", "--code", right).out();
        assertThat(told).contains("the time used for codes: ").containsPattern("agree|30 seconds");
        assertThat(desk.run("clock", "--reset").exitCode()).isZero();
        assertThat(desk.unlocked("explain", "pexip", "--code", right).out()).contains("tessera clock shows which");
    }

    @Test
    void aClockThatIsRightHasNothingToApply() {
        assertThat(clock("--apply=600").exitCode()).isZero();
        threeServers();
        assertThat(clock("--apply").out()).contains("codes made here are right");
        assertThat(home.resolve("config/clock.properties")).doesNotExist();
    }

    @Test
    void aClockThatWasSetSinceIsTold() {
        ahead(-45);
        threeServers();
        assertThat(clock("--apply").exitCode()).isZero();
        ahead(0);
        desk.codeClock = CodeClock.in(Optional.of(home.resolve("config")), Instant::now);
        var start = Instant.now();
        var code = desk.unlocked("code", "pexip");
        assertThat(code.out().strip()).isIn(RightCodes.since(start));
        assertThat(code.err())
                .contains("warning: codes follow this computer's clock again: it was set since it was measured")
                .contains("tessera clock --apply measures it again");
    }

    @Test
    void oneThatLiesIsThrownOut() throws IOException {
        servers.add(FakeTimeServer.ahead(Duration.ZERO));
        servers.add(FakeTimeServer.ahead(Duration.ofHours(-1)));
        servers.add(FakeTimeServer.ahead(Duration.ZERO));
        servers.add(FakeTimeServer.unwilling("DENY"));
        var told = clock();
        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).contains("clock is right").contains("2 of 4 servers agree");
        assertThat(told.err())
                .contains(servers.get(1).address() + " says that this clock is 1 hour")
                .contains("unlike the others, and is ignored")
                .contains(servers.get(3).address() + " asks to be left alone (DENY)");
        assertThat(json(clock("--json")).path("servers"))
                .extracting(server -> server.path("result").asText())
                .containsExactly("agrees", "thrown-out", "agrees", "unwilling");
    }

    @Test
    void twoThatContradictEachOtherAreNoUse() {
        servers.add(FakeTimeServer.ahead(Duration.ZERO));
        servers.add(FakeTimeServer.ahead(Duration.ofHours(1)));
        var told = clock("--apply");
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(told.out()).isEmpty();
        assertThat(told.err())
                .contains("error: the time servers do not agree: ")
                .contains("1 hour");
        assertThat(home.resolve("config")).doesNotExist();
    }

    @Test
    void whereNobodyAnswersThatIsTold() {
        servers.add(FakeTimeServer.unwilling("RATE"));
        var told = clock();
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(told.err())
                .contains("asks to be left alone (RATE)")
                .contains("error: no time server gave the time")
                .contains("--time HH:MM:SS");
    }

    @Test
    void whatNothingConfirmsIsToldAndNotApplied() {
        ahead(-45);
        servers.add(FakeTimeServer.ahead(Duration.ZERO));
        servers.add(FakeTimeServer.unwilling("RATE"));
        assertThat(clock().err()).contains("warning: only one server gave the time: nothing confirms it");
        var told = clock("--apply");
        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(told.err()).contains("nothing was applied: only one server");
        servers.removeLast().close();
        assertThat(clock("--apply").exitCode()).as("the one that was chosen").isZero();
    }

    @Test
    void aTimeIsTypedOffAPhone() {
        ahead(-45);
        var zone = ZoneId.systemDefault().getRules().getOffset(Instant.now());
        var shown = Instant.now().atOffset(zone).format(DateTimeFormatter.ofPattern("HH:mm:ss"));
        var told = clock("--time", shown);
        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).containsPattern("clock is (3\\d|4[0-6])(\\.\\d)? seconds behind, to within 2 seconds");
        assertThat(clock("--time", shown, "--apply").exitCode()).isZero();
        assertThat(desk.codeClock.amount()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(47));
    }

    @Test
    void whatLooksLikeAnotherZoneIsToldAndNotApplied() {
        var zone = ZoneId.systemDefault().getRules().getOffset(Instant.now());
        var elsewhere = Instant.now()
                .atOffset(ZoneOffset.ofTotalSeconds(
                        zone.getTotalSeconds() > 0 ? zone.getTotalSeconds() - 7200 : zone.getTotalSeconds() + 7200))
                .format(DateTimeFormatter.ofPattern("HH:mm:ss"));
        var told = clock("--time", elsewhere);
        assertThat(told.exitCode()).isZero();
        assertThat(told.err()).contains("that looks like another time zone");
        var applied = clock("--time", elsewhere, "--apply");
        assertThat(applied.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(applied.err()).contains("nothing was applied").contains("--time 14:05:09+01:00");
        assertThat(clock("--time", elsewhere + "+00:00", "--apply").exitCode())
                .as("typed with its zone, it is taken")
                .isZero();
    }

    @Test
    void howMuchItIsCanBeSaid() throws IOException {
        assertThat(clock("--apply=-90").out())
                .contains("1 minute 30 seconds behind this computer's clock, as you said");
        assertThat(json(clock("--apply=1.5", "--json")).path("appliedSeconds").asDouble())
                .isEqualTo(1.5);
        assertThat(json(clock("--reset", "--json")).path("appliedSeconds").asDouble(1))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--apply=soon", "--apply=1e400000000", "--time=noon", "--time=25:00:00", "--web=http://example.org/",
                "--web=nowhere at all", "--server=a b", "--server=host:0", "--reset --apply", "--reset --time=10:00:00",
                "--apply=5 --time=10:00:00", "--server=a --web=https://example.org/", "--server=a --server=a"
            })
    void whatIsNoUsageIsRefused(String options) {
        var told = desk.run(("clock " + options).split(" (?=--)"));
        assertThat(told.exitCode()).as(told.err()).isEqualTo(ExitCode.USAGE.number());
        assertThat(told.err()).contains("tessera: error: ").contains("tessera: hint: ");
        assertThat(home.resolve("config")).doesNotExist();
    }

    @Test
    void moreThanAWeekIsRefused() {
        assertThat(clock("--apply=604801").err())
                .contains("nothing was applied: 7 days 1 second is more than 7 days")
                .contains("set this computer's clock");
        ahead(-86_400 * 30);
        threeServers();
        assertThat(clock("--apply").exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(home.resolve("config")).doesNotExist();
    }

    @Test
    void withoutAPlaceItIsToldAtOnce() {
        desk.codeClock = CodeClock.plain(Instant::now);
        threeServers();
        assertThat(clock("--apply").exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(servers).extracting(FakeTimeServer::asked).containsOnly(0);
    }

    /// Nobody is asked who was not to be.
    @Test
    void otherCommandsAskNobody() {
        ahead(-45);
        threeServers();
        for (var command : List.of("code pexip", "list", "explain pexip")) {
            assertThat(desk.unlocked(command.split(" ")).exitCode()).isZero();
        }
        assertThat(clock("--reset").exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(servers).extracting(FakeTimeServer::asked).containsOnly(0);
    }
}
