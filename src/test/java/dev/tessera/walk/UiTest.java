package dev.tessera.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.desktop.WindowTest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

/// Calls into the toolkit's thread.
@WindowTest
class UiTest {
    private final Ui ui = new Ui(Duration.ofSeconds(20));

    @Test
    void callsRunOnTheToolkitsThread() throws Exception {
        assertThat(ui.call(Platform::isFxApplicationThread)).isTrue();
    }

    @Test
    void waitsOverFramesUntilItHolds() throws Exception {
        var frames = new AtomicInteger();
        ui.await("five frames", () -> frames.incrementAndGet() == 5);
        assertThat(frames).hasValueGreaterThanOrEqualTo(5);
    }

    @Test
    void whatDoesNotComeIsNamed() {
        assertThatThrownBy(() -> new Ui(Duration.ofMillis(50)).await("the moon", () -> false))
                .isInstanceOf(WalkException.class)
                .hasMessageContaining("the moon");
    }

    @Test
    void whatACallThrowsComesBack() {
        assertThatThrownBy(() -> ui.run(() -> {
                    throw new WalkException("the window has no button");
                }))
                .isInstanceOf(WalkException.class)
                .hasMessage("the window has no button");
        assertThatThrownBy(() -> ui.await("a fault", () -> {
                    throw new WalkException("the list is gone");
                }))
                .isInstanceOf(WalkException.class)
                .hasMessage("the list is gone");
    }
}
