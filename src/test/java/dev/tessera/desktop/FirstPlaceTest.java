package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForAsyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.time.Duration;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/// Where a window is while it comes up, and later.
@WindowTest
class FirstPlaceTest {
    private static final int WITHIN_REACH = 40;
    private static final int ABOVE = -28;

    private final FakeTime time = new FakeTime(WindowFixture.NOW);
    private Optional<Stage> stage = Optional.empty();

    @Start
    void start(Stage unused) {
        var own = new Stage();
        own.setScene(new Scene(new Group(), 300, 200));
        FirstPlace.keep(own, time);
        own.show();
        stage = Optional.of(own);
    }

    @AfterEach
    void hide() {
        waitForAsyncFx(5000, () -> stage.orElseThrow().hide());
    }

    @Test
    void aWindowThatIsMovedAboveTheScreenWhileItComesUpIsPutInTheMiddle() {
        assertThat(movedTo(ABOVE)).isGreaterThan(WITHIN_REACH);
    }

    @Test
    void whoMovesItThereLaterMeansIt() {
        time.pass(Duration.ofSeconds(3));
        assertThat(movedTo(ABOVE)).isEqualTo(ABOVE);
    }

    @Test
    void itMayBeAnywhereOnTheScreen() {
        assertThat(movedTo(0)).isZero();
    }

    private double movedTo(double y) {
        waitForAsyncFx(5000, () -> stage.orElseThrow().setY(y));
        waitForFxEvents();
        return stage.orElseThrow().getY();
    }
}
