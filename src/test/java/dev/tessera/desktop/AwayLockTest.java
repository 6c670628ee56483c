package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.presence.Presence;
import dev.tessera.presence.TestComputer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/// The window while the computer tells that the person leaves it.
@WindowTest
class AwayLockTest {
    @TempDir
    private Path folder;

    private final WindowFixture window = new WindowFixture();
    private final ExecutorService waiting = Executors.newSingleThreadExecutor();

    @Start
    void start(Stage stage) {
        window.createVault(Accounts.all());
        window.open(stage);
    }

    @BeforeEach
    void unlock() {
        window.unlock();
    }

    @AfterEach
    void close() {
        waiting.close();
        window.close();
    }

    @Test
    void locksWithTheSessionAndBeforeSleep() throws Exception {
        try (var computer = TestComputer.start(folder);
                var _ = started(computer.presence())) {
            settleWaiting();
            computer.lock();
            window.await(() -> window.window().isLocked());
            window.unlock();
            computer.sleep(true);
            window.await(() -> window.window().isLocked());
        }
    }

    @Test
    void listensAnewAtTheNextUnlocking() throws Exception {
        try (var computer = TestComputer.start(folder);
                var _ = started(computer.presence())) {
            settleWaiting();
            computer.startSystemBusAnew();
            do {
                window.onFx(() -> window.window().lock());
                window.unlock();
                settleWaiting();
            } while (!computer.isListenedTo()); // until it has noticed that the bus has ended
            computer.lock();
            window.await(() -> window.window().isLocked());
        }
    }

    @Test
    void theWindowWaitsForNobody() throws Exception {
        var slow = new SlowPresence();
        try (var _ = started(slow)) {
            var listener = Objects.requireNonNull(slow.asked.poll(20, TimeUnit.SECONDS), "nobody was asked");
            window.onFx(() -> window.window().lock());
            window.unlock();
            listener.sessionLocked();
            window.await(() -> window.window().isLocked());
            assertThat(slow.answer.getCount()).isEqualTo(1);
        } finally {
            slow.answer.countDown();
        }
    }

    private AwayLock started(Presence presence) {
        var away = new AwayLock(window.window(), presence, waiting, Platform::runLater);
        window.onFx(away::start);
        return away;
    }

    private void settleWaiting() throws Exception {
        waiting.submit(() -> {}).get(20, TimeUnit.SECONDS);
    }

    /// Whom it asks does not answer.
    private static final class SlowPresence implements Presence {
        final BlockingQueue<Listener> asked = new LinkedBlockingQueue<>();
        final CountDownLatch answer = new CountDownLatch(1);

        @Override
        public void listen(Listener listener) {
            asked.add(listener);
            try {
                answer.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {}
    }
}
