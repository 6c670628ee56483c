package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.agent.Agent;
import dev.tessera.agent.Seat;
import dev.tessera.crypto.Passphrase;
import dev.tessera.session.VaultSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands while somebody has the vault open.
class AgentCodeTest {
    @TempDir
    private Path home;

    private Desk desk;
    private VaultSession session;
    private volatile Optional<VaultSession> open = Optional.empty();
    private Agent agent;

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.with(home, Desk.PEXIP, Desk.GITHUB, Desk.COUNTER);
        desk.environment.put("XDG_RUNTIME_DIR", home.toString());
        try (var passphrase = Passphrase.copyOf(Desk.PASSPHRASE.toCharArray())) {
            session = VaultSession.unlock(desk.vault, passphrase, desk.clock);
        }
        open = Optional.of(session);
        agent = Agent.open(
                        Optional.of(home.resolve("tessera")),
                        Seat.WINDOW,
                        desk.vault,
                        () -> open,
                        desk.codeClock,
                        () -> open = Optional.empty())
                .orElseThrow();
    }

    @AfterEach
    void leave() {
        agent.close();
        session.close();
    }

    @Test
    void aCodeNeedsNoPassphraseAndIsTheSame() {
        for (var arguments : List.of(List.of("code", "pexip"), List.of("code", "pexip", "--json"))) {
            var asked = desk.run(arguments.toArray(String[]::new));
            assertThat(asked.exitCode()).isZero();
            assertThat(asked.out()).contains("287082");
            assertThat(asked).isEqualTo(desk.unlocked(arguments.toArray(String[]::new)));
        }
    }

    @Test
    void whatIsWrongIsToldTheSame() {
        for (var arguments : List.of(List.of("code", "ann"), List.of("code", "hunter2"))) {
            var asked = desk.run(arguments.toArray(String[]::new));
            assertThat(asked.exitCode()).isIn(ExitCode.SEVERAL_FOUND.number(), ExitCode.NOTHING_FOUND.number());
            assertThat(asked).isEqualTo(desk.unlocked(arguments.toArray(String[]::new)));
        }
    }

    @Test
    void aCounterBasedCodeTakesThePassphrase() {
        byte[] before = desk.vaultBytes();
        var refused = desk.run("code", "bank");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
        assertThat(refused.err()).contains("the passphrase is needed", "there is no terminal to ask on");
        assertThat(desk.vaultBytes()).isEqualTo(before);
        desk.terminal.type(Desk.PASSPHRASE);
        assertThat(desk.run("code", "bank").out().strip()).isEqualTo("755224");
        assertThat(desk.unlocked("code", "bank").out().strip()).isEqualTo("287082");
    }

    @Test
    void lockedThePassphraseIsAskedFor() {
        open = Optional.empty();
        assertThat(desk.run("code", "pexip").exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
        desk.terminal.type(Desk.PASSPHRASE);
        var terminal = desk.terminal;
        assertThat(desk.run("code", "pexip").out().strip()).isEqualTo("287082");
        assertThat(terminal.questions).containsExactly("Passphrase: ");
    }

    @Test
    void withAPassphraseFileNobodyElseIsAsked() throws IOException {
        var wrong = desk.secretFile("wrong", "no such passphrase\n");
        assertThat(desk.run("code", "pexip", "--passphrase-file", wrong.toString())
                        .exitCode())
                .isEqualTo(ExitCode.NOT_UNLOCKED.number());
    }

    @Test
    void watchingAsksAgainWhenACodeHasEnded() {
        desk.terminal.endInputAfter(2);
        var terminal = desk.terminal;
        var watched = desk.run("code", "--watch");
        assertThat(watched.exitCode()).isZero();
        assertThat(watched.outLines())
                .filteredOn(line -> line.contains("Pexip"))
                .containsExactly(
                        "287082  Pexip (ann@example.org)",
                        "359152  Pexip (ann@example.org)",
                        "969429  Pexip (ann@example.org)");
        assertThat(watched.err()).contains("counter-based accounts left out: 1");
        assertThat(terminal.waits)
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    @Test
    void watchingEndsWithTheLock() {
        desk.terminal.endInputAfter(5);
        desk.terminal.onWait = () -> open = Optional.empty();
        var watched = desk.run("code", "--watch", "pexip");
        assertThat(watched.exitCode()).isEqualTo(ExitCode.NOT_UNLOCKED.number());
        assertThat(watched.outLines()).hasSize(1);
        assertThat(watched.err()).contains("the vault was locked");
    }

    @Test
    void watchingOnATerminalDrawsBarsThatRunDown() {
        desk.terminal.interactive = true;
        desk.terminal.endInputAfter(1);
        var watched = desk.run("code", "--watch", "pexip");
        assertThat(watched.out())
                .contains("287 082       █░░░░░░░░░   1 s  Pexip (ann@example.org)")
                .contains("\u001b[1A\u001b[J359 152       ██████████  30 s  Pexip (ann@example.org)");
    }

    @Test
    void aCodeIsCopied() {
        assertThat(desk.run("code", "pexip", "--copy").exitCode()).isZero();
        assertThat(desk.clipboard.history).containsExactly("copied 287082", "waited 30 s", "cleared");
    }

    @Test
    void lockingLocksAndIsNoErrorTwice() {
        assertThat(desk.run("lock").outLines()).containsExactly("locked: the window");
        assertThat(open).isEmpty();
        agent.close();
        var again = desk.run("lock");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("neither a window nor an agent has this vault open");
        assertThat(desk.run("lock", "--json").out().strip())
                .isEqualTo("{\"file\":\"" + desk.vault + "\",\"window\":false,\"agent\":false}");
    }

    @Test
    void whoWasAskedAlreadyIsNotAskedAgain() {
        desk.unanswered = true;
        desk.terminal.type(Desk.PASSPHRASE);
        var terminal = desk.terminal;
        var code = desk.run("code", "pexip");
        assertThat(code.out().strip()).isEqualTo("287082");
        assertThat(code.err()).contains("does not respond: the passphrase is needed");
        assertThat(terminal.questions).containsExactly("Passphrase: ");
    }

    @Test
    void anotherVaultIsNotAsked() throws IOException {
        var other = Files.copy(desk.vault, home.resolve("other.tessera"));
        assertThat(desk.run("code", "pexip", "--vault", other.toString()).exitCode())
                .isEqualTo(ExitCode.NOT_UNLOCKED.number());
        assertThat(desk.run("lock", "--vault", other.toString()).out()).isEmpty();
        assertThat(open).isPresent();
    }

    @Test
    void anAgentThatNobodyAsksIsOver() {
        var limited = new OpenWhile(session, desk.clock, Duration.ofMinutes(15));
        desk.clock.pass(Duration.ofMinutes(14));
        assertThat(limited.get()).isPresent();
        desk.clock.pass(Duration.ofMinutes(14));
        assertThat(limited.get()).as("each question counts").isPresent();
        desk.clock.pass(Duration.ofMinutes(15));
        assertThat(limited.get()).isEmpty();
        desk.clock.pass(Duration.ofMinutes(-15));
        assertThat(limited.get()).as("once over, it stays over").isEmpty();
        var forEver = new OpenWhile(session, desk.clock, Duration.ZERO);
        desk.clock.pass(Duration.ofDays(9));
        assertThat(forEver.get()).isPresent();
        forEver.end();
        assertThat(forEver.get()).isEmpty();
    }

    @Test
    void theTimeOfAnAgentIsReadStrictly() {
        for (var wrong : List.of("", "0m", "15", "m", "1.5h", "-1s", "1d")) {
            var refused = desk.unlocked("agent", "--lock-after", wrong);
            assertThat(refused.exitCode()).as(wrong).isEqualTo(ExitCode.USAGE.number());
            assertThat(refused.err()).contains("the value of --lock-after cannot be used");
        }
        assertThat(List.of("90s", "15m", "8h", "never"))
                .extracting(text -> new TimeText().convert(text))
                .containsExactly(Duration.ofSeconds(90), Duration.ofMinutes(15), Duration.ofHours(8), Duration.ZERO);
    }
}
