package dev.tessera.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Timer;
import dev.tessera.vault.file.OtherJvm;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Frames come when there is something to draw, and only then. In a process of its own: the timer stays where it was
/// put.
@ExtendWith(WindowTest.NeedsText.class)
class RestingTimerTest {
    private static final int CHANGES = 200;
    private static final int MOST_FRAMES_OF_A_CHANGE = 6;

    @Test
    void drawsWhileChangesAreCloseToEachOtherAndRestsSoonAfterOne() throws Exception {
        var process = OtherJvm.prepared(AtRestTest.OPEN_TO_US, Program.class)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        var numbers = said.lines()
                .map(line -> line.split(": "))
                .collect(Collectors.toMap(line -> line[0], line -> Integer.parseInt(line[1])));
        assertThat(numbers.get("drawn while changes came")).isGreaterThan(CHANGES / 20);
        assertThat(numbers.get("woken by one change")).isBetween(1, MOST_FRAMES_OF_A_CHANGE);
    }

    /// Changes something every two milliseconds, and then once; tells how often it was drawn, and how often the timer
    /// woke.
    static final class Program {
        private final Rectangle moved = new Rectangle(10, 10);
        private final AtomicInteger drawn = new AtomicInteger();

        private Program() {}

        public static void main(String[] arguments) throws Exception {
            FxToolkit.startHeadless();
            var install = new FutureTask<>(RestingTimer::install);
            Platform.runLater(install);
            if (!install.get()) {
                throw new AssertionError("this JavaFX is made in another way");
            }
            new Program().run();
            Platform.exit();
        }

        private void run() throws Exception {
            onFx(() -> {
                var stage = new Stage();
                stage.setScene(new Scene(new Group(moved), 100, 100));
                stage.getScene().addPostLayoutPulseListener(drawn::incrementAndGet);
                stage.show();
            });
            rest();
            drawn.set(0);
            for (int change = 0; change < CHANGES; change++) {
                onFx(() -> moved.setX(moved.getX() + 1));
                LockSupport.parkNanos(2_000_000);
            }
            System.out.println("drawn while changes came: " + drawn.get());
            rest();
            int before = timer().frames();
            onFx(() -> moved.setX(0));
            rest();
            System.out.println("woken by one change: " + (timer().frames() - before));
        }

        /// Until the timer has not woken for longer than JavaFX itself would wait.
        private void rest() throws Exception {
            int before;
            do {
                before = timer().frames();
                LockSupport.parkNanos(400_000_000);
            } while (timer().frames() != before);
        }

        private static void onFx(Runnable action) throws InterruptedException {
            var done = new CountDownLatch(1);
            Platform.runLater(() -> {
                action.run();
                done.countDown();
            });
            done.await();
        }

        private static RestingTimer timer() throws ReflectiveOperationException {
            var toolkit = Class.forName("com.sun.javafx.tk.Toolkit")
                    .getMethod("getToolkit")
                    .invoke(null);
            var field = Arrays.stream(toolkit.getClass().getDeclaredFields())
                    .filter(one -> one.getName().equals("pulseTimer") && one.getType() == Timer.class)
                    .findFirst()
                    .orElseThrow();
            field.setAccessible(true);
            return (RestingTimer) field.get(toolkit);
        }
    }
}
