package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/// With the JavaFX of this release: the test is what fails when another one is made in another way.
@WindowTest
class RestingTimerTest {
    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) {
        window.createVault(List.of());
        window.open(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void takesThePlaceOfJavaFxsTimerAndFramesStillCome() {
        var frames = new AtomicInteger();
        var animation = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.incrementAndGet();
            }
        };
        window.onFx(() -> assertThat(RestingTimer.install()).isTrue());
        window.onFx(animation::start);
        window.await(() -> frames.get() > 3);
        window.onFx(animation::stop);
    }
}
