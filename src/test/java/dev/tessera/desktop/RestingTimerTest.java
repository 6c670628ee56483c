package dev.tessera.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;

import dev.tessera.vault.file.OtherJvm;
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
    private static final int LONGEST = 10_000; // ms
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
        private final AtomicInteger woken = new AtomicInteger();

        private Program() {}

        public static void main(String[] arguments) throws Exception {
            FxToolkit.startHeadless();
            new Program().run();
            Platform.exit();
        }

        private void run() throws Exception {
            count();
            assertThat(waitForAsyncFx(LONGEST, RestingTimer::install)).isTrue();
            waitForAsyncFx(LONGEST, () -> {
                var stage = new Stage();
                stage.setScene(new Scene(new Group(moved), 100, 100));
                stage.getScene().addPostLayoutPulseListener(drawn::incrementAndGet);
                stage.show();
            });
            rest();
            drawn.set(0);
            for (int change = 0; change < CHANGES; change++) {
                waitForAsyncFx(LONGEST, () -> moved.setX(moved.getX() + 1));
                LockSupport.parkNanos(2_000_000);
            }
            System.out.println("drawn while changes came: " + drawn.get());
            rest();
            int before = woken.get();
            waitForAsyncFx(LONGEST, () -> moved.setX(0));
            rest();
            System.out.println("woken by one change: " + (woken.get() - before));
        }

        /// Counts how often the toolkit is woken, by whatever timer is put in place.
        private void count() throws ReflectiveOperationException {
            var toolkit = Class.forName("com.sun.javafx.tk.Toolkit")
                    .getMethod("getToolkit")
                    .invoke(null);
            var field = toolkit.getClass().getDeclaredField("timerRunnable");
            field.setAccessible(true);
            var frame = (Runnable) field.get(toolkit);
            field.set(toolkit, (Runnable) () -> {
                woken.incrementAndGet();
                frame.run();
            });
        }

        /// Until the timer has not woken for longer than JavaFX itself would wait.
        private void rest() {
            int before;
            do {
                before = woken.get();
                LockSupport.parkNanos(400_000_000);
            } while (woken.get() != before);
        }
    }
}
