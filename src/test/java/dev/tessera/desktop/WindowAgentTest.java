package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.agent.AgentClient;
import dev.tessera.agent.NoAnswerException;
import dev.tessera.agent.Question;
import dev.tessera.agent.Question.Verb;
import dev.tessera.agent.Reply;
import dev.tessera.agent.Seat;
import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/// The command line asks the window.
@WindowTest
class WindowAgentTest {
    @TempDir
    private Path folder;

    private final WindowFixture window = new WindowFixture();
    private volatile boolean faulty;

    @Start
    void start(Stage stage) {
        window.createVault(Accounts.all());
        var opened = window.open(stage);
        opened.onChange(this::failIfFaulty);
        opened.onChange(
                new WindowAgent(opened, window.threads(), window.codeClock, Optional.of(folder.resolve("run")))
                        ::follow);
    }

    private void failIfFaulty() {
        if (faulty) {
            throw new IllegalStateException("a fault of a watcher");
        }
    }

    @AfterEach
    void close() {
        window.onFx(() -> window.window().lock());
        window.close();
    }

    @Test
    void unlockedItGivesCodesAndLockedNone() {
        assertThat(ask(Verb.CODE)).isEmpty();
        for (int times = 0; times < 2; times++) {
            window.unlock();
            window.settle();
            assertThat(ask(Verb.CODE).orElseThrow().offers())
                    .singleElement()
                    .satisfies(offer -> assertThat(offer.code())
                            .isEqualTo(Accounts.pexip()
                                    .credential()
                                    .codeAt(WindowFixture.NOW)
                                    .text()));
            window.onFx(() -> window.window().lock());
            assertThat(ask(Verb.CODE)).isEmpty();
        }
    }

    @Test
    void itIsLockedByACommand() {
        window.unlock();
        window.settle();
        assertThat(ask(Verb.LOCK)).contains(new Reply(Reply.Outcome.LOCKED, java.util.List.of(), 0, false));
        window.settle();
        assertThat(window.window().isLocked()).isTrue();
        assertThat(ask(Verb.CODE)).isEmpty();
    }

    @Test
    void anotherLanguageMakesTheWindowAnewAndNotTheAgent() {
        window.unlock();
        window.settle();
        window.onFx(() -> window.settings.of(Setting.LANGUAGE).set(Optional.of(Language.GERMAN)));
        assertThat(ask(Verb.CODE)).isPresent();
    }

    @Test
    void aFaultInLockingIsToldAndLeavesNobodyWaiting() throws Exception {
        window.unlock();
        window.settle();
        var told = new CompletableFuture<Throwable>();
        var usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> told.complete(fault));
        faulty = true;
        try {
            var question = new Question(Verb.LOCK, "");
            assertThatExceptionOfType(NoAnswerException.class)
                    .isThrownBy(() -> AgentClient.ask(folder.resolve("run"), window.vaultFile, Seat.WINDOW, question));
            assertThat(told.get(20, TimeUnit.SECONDS)).hasStackTraceContaining("a fault of a watcher");
        } finally {
            faulty = false;
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("tessera-call")) {
                assertThat(thread.join(Duration.ofSeconds(10))).as("it waits").isTrue();
            }
        }
    }

    private Optional<Reply> ask(Verb verb) {
        try {
            return AgentClient.ask(folder.resolve("run"), window.vaultFile, new Question(verb, "pexip"));
        } catch (NoAnswerException e) {
            throw new AssertionError(e);
        }
    }
}
