package dev.tessera.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.Main;
import dev.tessera.agent.Agent;
import dev.tessera.agent.Seat;
import dev.tessera.clock.CodeClock;
import dev.tessera.crypto.Passphrase;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.OtherJvm;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `tessera agent` and its clients as processes.
@Timeout(180)
class AgentProcessTest {
    /// What a code at the command line must not wait for.
    private static final List<String> HEAVY =
            List.of("picocli.", "com.fasterxml.", "org.bouncycastle.", "java.awt.", "javafx.", "org.slf4j.");

    @TempDir
    private Path home;

    private Desk desk;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.with(home, Desk.PEXIP, Desk.COUNTER);
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
        started.forEach(process -> process.onExit().join());
    }

    @Test
    void itGivesCodesUntilItIsLocked() throws Exception {
        var agent = agent("never");
        var code = quick(List.of());
        assertThat(code.waitFor()).isZero();
        assertThat(text(code)).matches("[0-9]{6}");
        var lock = start(List.of(), Main.class, "lock", "--vault", desk.vault.toString());
        assertThat(text(lock)).isEqualTo("locked: the agent");
        assertThat(agent.waitFor()).isZero();
        assertThat(sockets()).isEmpty();
        assertThat(quick(List.of()).waitFor())
                .as("the whole program is to do it")
                .isEqualTo(75);
    }

    @Test
    void aCodeLoadsLittle() throws Exception {
        agent("never");
        var log = home.resolve("loaded.log");
        assertThat(quick(List.of("-Xlog:class+load:file=" + log)).waitFor()).isZero();
        var classes = classes(log);
        assertThat(classes)
                .contains("dev.tessera.agent.AgentClient")
                .filteredOn(name -> HEAVY.stream().anyMatch(name::startsWith))
                .isEmpty();
        assertThat(classes).filteredOn(name -> name.startsWith("dev.tessera.")).hasSizeLessThan(25);
        assertThat(classes)
                .filteredOn(name -> name.startsWith("dev.tessera.") && name.contains("$$Lambda"))
                .isEmpty();
    }

    @Test
    void theWholeProgramAsksItAsQuickly() throws Exception {
        agent("never");
        var log = home.resolve("loaded.log");
        var code = start(
                List.of("-Xlog:class+load:file=" + log), Main.class, "code", "pexip", "--vault", desk.vault.toString());
        assertThat(text(code)).matches("[0-9]{6}");
        assertThat(classes(log))
                .filteredOn(name -> HEAVY.stream().anyMatch(name::startsWith))
                .isEmpty();
    }

    @Test
    void killedItIsNotInTheWayOfTheNext() throws Exception {
        agent("never").destroyForcibly().onExit().join();
        assertThat(sockets()).as("its socket is left").hasSize(1);
        assertThat(quick(List.of()).waitFor()).isEqualTo(75);
        agent("never");
        assertThat(quick(List.of()).waitFor()).isZero();
    }

    @Test
    void aSignalEndsItAndLeavesNothing() throws Exception {
        var agent = agent("never");
        agent.destroy();
        assertThat(agent.waitFor()).isEqualTo(143);
        assertThat(sockets()).isEmpty();
    }

    @Test
    void itEndsWhenNobodyAsks() throws Exception {
        assertThat(agent("1s").waitFor()).isZero();
        assertThat(sockets()).isEmpty();
    }

    @Test
    void stoppedItIsNotToldAsLocked() throws Exception {
        var agent = agent("never");
        signal(agent, "-STOP");
        var lock = start(List.of(), Main.class, "lock", "--vault", desk.vault.toString());
        assertThat(text(lock)).isEmpty();
        assertThat(lock.waitFor()).isEqualTo(ExitCode.FAILED.number());
        assertThat(lock.errorReader(UTF_8).lines().toList())
                .anyMatch(line -> line.contains("the agent may still have this vault open"))
                .anyMatch(line -> line.startsWith("tessera: hint: "));
        signal(agent, "-CONT");
        assertThat(agent.waitFor()).as("it was asked all the same").isZero();
    }

    private static void signal(Process process, String signal) throws Exception {
        var kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    @Test
    void whoDoesNotAnswerIsAskedOnce() throws Exception {
        agent("never").destroyForcibly().onExit().join();
        var socket = sockets().getFirst();
        Files.delete(socket);
        var calls = new CopyOnWriteArrayList<SocketChannel>();
        try (var silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofPlatform().daemon().start(() -> takeCalls(silent, calls));
            var code = start(List.of(), Main.class, "code", "pexip", "--vault", desk.vault.toString());
            assertThat(code.waitFor()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
            assertThat(code.errorReader(UTF_8).lines()).anyMatch(line -> line.contains("does not respond"));
            assertThat(calls).hasSize(1);
            assertThat(quick(List.of()).waitFor()).isEqualTo(69);
            assertThat(calls).hasSize(2);
            assertThat(quick(List.of("-Dtessera.unanswered=true")).waitFor()).isEqualTo(69);
            assertThat(calls).as("the launcher has asked already").hasSize(2);
        }
    }

    private static void takeCalls(ServerSocketChannel server, List<SocketChannel> calls) {
        try {
            while (true) {
                calls.add(server.accept());
            }
        } catch (IOException _) {
            // the test is over
        }
    }

    @Test
    void aCodeWhoseTimeEndedOnTheWayIsAskedForAgain() throws Exception {
        var questions = new AtomicInteger();
        InstantSource late =
                () -> questions.getAndIncrement() == 0 ? Instant.now().minusSeconds(40) : Instant.now();
        try (var passphrase = Passphrase.copyOf(Desk.PASSPHRASE.toCharArray());
                var session = VaultSession.unlock(desk.vault, passphrase, desk.clock)) {
            var agent = Agent.open(
                            Optional.of(home.resolve("tessera")),
                            Seat.AGENT,
                            desk.vault,
                            () -> Optional.of(session),
                            CodeClock.plain(late),
                            () -> {})
                    .orElseThrow();
            try (agent) {
                var start = Instant.now();
                var code = quick(List.of());
                assertThat(text(code)).isIn(RightCodes.since(start));
                assertThat(code.errorReader(UTF_8).readLine()).doesNotContain("valid for 0 s");
            }
        }
        assertThat(questions).hasValue(2);
    }

    @Test
    void whatOnlyTheWholeProgramRefusesIsLeftToIt() throws Exception {
        agent("never");
        var usual = Map.of("TESSERA_VAULT", desk.vault.toString());
        assertThat(text(start(usual, "code", "pexip"))).matches("[0-9]{6}");
        for (var arguments :
                List.of(List.of("code", "--vault", "", "pexip"), List.of("code", ""), List.of("code", " ", "\u00a0"))) {
            var left = start(usual, arguments.toArray(String[]::new));
            assertThat(left.waitFor()).as("%s", arguments).isEqualTo(75);
            assertThat(text(left)).isEmpty();
        }
    }

    @Test
    void thereIsOneAtMost() throws Exception {
        agent("never");
        var second = start(
                List.of(),
                Main.class,
                "agent",
                "--vault",
                desk.vault.toString(),
                "--passphrase-file",
                desk.passphraseFile.toString());
        assertThat(second.waitFor()).isEqualTo(ExitCode.FAILED.number());
        assertThat(second.errorReader(UTF_8).lines()).anyMatch(line -> line.contains("tessera lock ends it"));
    }

    /// Returns when it gives codes.
    private Process agent(String lockAfter) throws IOException {
        var agent = start(
                List.of(),
                Main.class,
                "agent",
                "--json",
                "--lock-after",
                lockAfter,
                "--vault",
                desk.vault.toString(),
                "--passphrase-file",
                desk.passphraseFile.toString());
        assertThat(agent.inputReader(UTF_8).readLine()).contains("\"serving\":true");
        return agent;
    }

    private Process quick(List<String> options) throws IOException {
        return start(options, QuickCode.class, "code", "pexip", "--vault", desk.vault.toString());
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        var builder = OtherJvm.prepared(List.of(), QuickCode.class, arguments);
        builder.environment().putAll(environment);
        return start(builder);
    }

    private Process start(List<String> options, Class<?> main, String... arguments) throws IOException {
        return start(OtherJvm.prepared(options, main, arguments));
    }

    private Process start(ProcessBuilder builder) throws IOException {
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        builder.environment().remove("DBUS_SESSION_BUS_ADDRESS");
        var process = builder.start();
        started.add(process);
        process.getOutputStream().close();
        return process;
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    private List<Path> sockets() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("tessera"))) {
            return files.filter(file -> !file.toString().endsWith(".lock")).toList();
        }
    }

    private static List<String> classes(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.map(line -> line.replaceFirst("^(\\[.*?])+ ", "").split(" ")[0])
                    .toList();
        }
    }
}
