package dev.tessera.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tessera.Main;
import dev.tessera.clock.Chrony;
import dev.tessera.vault.file.OtherJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole program on a computer whose clock is off, by faketime, with chrony as the server that is right.
@Timeout(240)
class ClockProcessTest {
    @TempDir
    private Path home;

    private Desk desk;
    private Chrony chrony;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void sitDown() throws IOException {
        Chrony.need();
        desk = Desk.with(home, Desk.PEXIP);
        chrony = Chrony.start(home.resolve("chrony"));
    }

    @AfterEach
    void end() {
        started.forEach(Chrony::end);
        chrony.close();
    }

    @ParameterizedTest
    @CsvSource({"+45s, -45, ahead", "-10m, 600, behind", "+1d, -86400, ahead"})
    void howFarItIsOffIsFoundAndAppliedCodesAreRight(String off, long amount, String way) throws Exception {
        var server = "--server=" + chrony.address();
        var told = Desk.Ended.of(start(off, "clock", server));
        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out()).contains(" " + way + ", to within 0.").contains("refuse");

        var applied = Desk.Ended.of(start(off, "clock", server, "--apply", "--json"));
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        var json = new ObjectMapper().readTree(applied.out());
        assertThat(json.path("appliedSeconds").asDouble()).isBetween(amount - 1.0, amount + 1.0);
        assertThat(json.path("codesRight").asBoolean()).isTrue();

        var start = Instant.now();
        assertThat(code(off)).isIn(RightCodes.since(start));

        var mendedAt = Instant.now();
        var mended = Desk.Ended.of(start("+0s", unlocking("code", "pexip")));
        assertThat(mended.err()).contains("it was set since it was measured");
        assertThat(mended.out().strip()).as("by the clock that is right by now").isIn(RightCodes.since(mendedAt));
    }

    @Test
    void aServerThatLiesIsThrownOut() throws Exception {
        try (var second = Chrony.start(home.resolve("chrony2"));
                var liar = Chrony.lying(home.resolve("liar"), "+1h")) {
            var told = Desk.Ended.of(start(
                    "+45s",
                    "clock",
                    "--server=" + chrony.address(),
                    "--server=" + liar.address(),
                    "--server=" + second.address()));
            assertThat(told.exitCode()).as(told.err()).isZero();
            assertThat(told.out())
                    .containsPattern("4[45](\\.\\d)? seconds ahead")
                    .contains("2 of 3 servers agree");
            assertThat(told.err()).contains(liar.address() + " says that this clock is 59 minutes");
        }
    }

    /// The agent goes by what is applied while it runs, and says so to the small program that asks it.
    @Test
    void anAgentFollows() throws Exception {
        var off = "-10m";
        var agent = start(off, unlocking("agent", "--json"));
        assertThat(agent.inputReader(UTF_8).readLine()).contains("\"serving\":true");
        var start = Instant.now();
        assertThat(quick(off).out().strip()).hasSize(6).isNotIn(RightCodes.since(start));
        assertThat(Desk.Ended.of(start(off, "clock", "--server=" + chrony.address(), "--apply"))
                        .exitCode())
                .isZero();
        var code = quick(off);
        assertThat(code.out().strip()).isIn(RightCodes.since(start));
        assertThat(code.err())
                .containsPattern("valid for ([1-9]|[12][0-9]|30) s")
                .containsPattern("codes are made (599|600) s ahead of this computer's clock");
        assertThat(Desk.Ended.of(start(off, "clock", "--reset")).exitCode()).isZero();
        assertThat(quick(off).out().strip()).hasSize(6).isNotIn(RightCodes.since(start));
    }

    private String code(String off) throws Exception {
        return Desk.Ended.of(start(off, unlocking("code", "pexip"))).out().strip();
    }

    private Desk.Ended quick(String off) throws Exception {
        return Desk.Ended.of(start(off, QuickCode.class, "code", "pexip"));
    }

    private String[] unlocking(String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of("--passphrase-file", desk.passphraseFile.toString()))
                .toArray(String[]::new);
    }

    private Process start(String off, String... arguments) throws IOException {
        return start(off, Main.class, arguments);
    }

    /// @param off how far the clock of its computer is off, as faketime takes it
    private Process start(String off, Class<?> main, String... arguments) throws IOException {
        var builder = OtherJvm.prepared(
                List.of(
                        "-Dtessera.config=" + home.resolve("config"),
                        "-Dtessera.state=" + home.resolve("state"),
                        "--enable-native-access=ALL-UNNAMED"),
                main,
                arguments);
        // Left alone, the steady clock costs faketime and the JVM much of a processor; moved back, it may begin below
        // 0.
        var steady = off.startsWith("-") ? List.of("--exclude-monotonic") : List.<String>of();
        builder.command().addAll(0, List.of("-f", off));
        builder.command().addAll(0, steady);
        builder.command().addAll(0, List.of("faketime", "-m"));
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        builder.environment().put("TESSERA_VAULT", desk.vault.toString());
        builder.environment().remove("DBUS_SESSION_BUS_ADDRESS");
        var process = builder.start();
        started.add(process);
        process.getOutputStream().close();
        return process;
    }
}
