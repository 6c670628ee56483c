package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/// A running animation keeps JavaFX drawing sixty times a second: there is none where nobody looks.
@WindowTest
class AtRestTest {
    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) {
        window.createVault(Accounts.all());
        window.open(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void nothingMovesWhileItIsLocked() {
        window.await(() -> !isMoving());
        window.unlock();
        window.onFx(() -> window.window().lock());
        window.await(() -> !isMoving());
        assertThat(window.time.waiting()).isZero();
    }

    @Test
    void nothingMovesWhileItIsMinimisedOrHidden() {
        window.unlock();
        window.onFx(() -> stage().setIconified(true));
        window.await(() -> !isMoving());
        window.onFx(() -> stage().setIconified(false));
        window.onFx(() -> stage().hide());
        window.await(() -> !isMoving());
    }

    /// Else the others could not fail.
    @Test
    void anAnimationIsNoticed() {
        var animation = new Timeline(new KeyFrame(Duration.seconds(1)));
        animation.setCycleCount(Animation.INDEFINITE);
        window.onFx(animation::play);
        window.await(AtRestTest::isMoving);
        window.onFx(animation::stop);
        window.await(() -> !isMoving());
    }

    private Stage stage() {
        return (Stage) window.window().scene().getWindow();
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
