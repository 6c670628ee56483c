package dev.tessera.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.vault.file.OtherJvm;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A running animation keeps JavaFX drawing sixty times a second: there is none where nobody looks. In a process of its
/// own: JavaFX knows only whether anything at all is moving, and other tests may have left something.
@ExtendWith(WindowTest.NeedsText.class)
class AtRestTest {
    static final List<String> OPEN_TO_US = List.of(
            "--add-exports=javafx.graphics/com.sun.glass.ui=ALL-UNNAMED",
            "--add-exports=javafx.graphics/com.sun.javafx.tk=ALL-UNNAMED",
            "--add-opens=javafx.graphics/com.sun.javafx.tk.quantum=ALL-UNNAMED");

    @Test
    void nothingMovesWhereNobodyLooksAndTheTimerForFramesRests() throws Exception {
        var process = OtherJvm.prepared(OPEN_TO_US, Program.class)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .containsSubsequence(
                        "the timer is ours: true",
                        "an animation is noticed, and its end",
                        "nothing moves: locked from the start",
                        "nothing moves: locked again, and 0 things are waited for",
                        "nothing moves: minimised",
                        "nothing moves: hidden");
    }

    /// Opens the window, locks it, minimises it and hides it, and tells where nothing has moved in the end.
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws Exception {
            FxToolkit.startHeadless();
            Platform.setImplicitExit(false); // the fixture still talks to the toolkit when its window is gone
            var install = new FutureTask<>(RestingTimer::install);
            Platform.runLater(install);
            System.out.println("the timer is ours: " + install.get());
            try (var window = new WindowFixture()) {
                window.createVault(Accounts.all());
                Platform.runLater(() -> window.open(new Stage()));
                window.settle();
                noticeAnAnimation(window);
                rest(window, "locked from the start");
                window.unlock();
                window.onFx(() -> window.window().lock());
                window.await(() -> window.time.waiting() == 0);
                rest(window, "locked again, and 0 things are waited for");
                window.unlock();
                var stage = (Stage) window.window().scene().getWindow();
                window.onFx(() -> stage.setIconified(true));
                rest(window, "minimised");
                window.onFx(() -> stage.setIconified(false));
                window.onFx(stage::hide);
                rest(window, "hidden");
            }
            Platform.exit();
        }

        /// Else the rest could not fail; and frames come with the timer that rests.
        private static void noticeAnAnimation(WindowFixture window) {
            var frames = new AtomicInteger();
            var animation = new Timeline(new KeyFrame(Duration.seconds(1)));
            animation.setCycleCount(Animation.INDEFINITE);
            var counting = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames.incrementAndGet();
                }
            };
            window.onFx(animation::play);
            window.onFx(counting::start);
            window.await(() -> isMoving() && frames.get() > 3);
            window.onFx(counting::stop);
            window.onFx(animation::stop);
            window.await(() -> !isMoving());
            System.out.println("an animation is noticed, and its end");
        }

        private static void rest(WindowFixture window, String state) {
            window.await(() -> !isMoving());
            System.out.println("nothing moves: " + state);
        }

        private static boolean isMoving() {
            try {
                var toolkit = Class.forName("com.sun.javafx.tk.Toolkit")
                        .getMethod("getToolkit")
                        .invoke(null);
                var field = toolkit.getClass().getDeclaredField("animationRunning");
                field.setAccessible(true);
                var task = field.get(toolkit);
                var get = task.getClass().getDeclaredMethod("get");
                get.setAccessible(true);
                return (boolean) get.invoke(task);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("this JavaFX is made in another way", e);
            }
        }
    }
}
