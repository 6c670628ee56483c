package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.control.CountdownRing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

/// What a second costs while somebody looks at the list.
@WindowTest
class TickTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int SECONDS = 5;

    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) {
        window.createVault(
                List.of(Accounts.pexip(), Accounts.varied("Harbour", "ann", 3), Accounts.varied("Library", "me", 4)));
        window.open(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aSecondLaysNothingOut() {
        window.unlock();
        window.pass(SECOND);
        var laidOut = new AtomicInteger();
        var frames = new AtomicInteger();
        var root = window.window().scene().getRoot();
        window.onFx(() -> window.window().scene().addPreLayoutPulseListener(() -> {
            frames.incrementAndGet();
            if (root.isNeedsLayout()) {
                laidOut.incrementAndGet();
            }
        }));
        for (int second = 0; second < SECONDS; second++) {
            int before = frames.get();
            window.time.pass(SECOND);
            window.await(() -> frames.get() > before);
        }
        // Something else may once have been late on a busy machine; a second that lays out does so each time.
        assertThat(laidOut).hasValueLessThan(SECONDS);
    }

    @Test
    void ringsOfOneSecondShareAPictureThatTheNextSecondHasNot() {
        window.unlock();
        window.pass(SECOND);
        var before = pictures();
        assertThat(before).hasSizeGreaterThan(1).allMatch(before.getFirst()::equals);

        window.pass(SECOND);

        assertThat(pictures()).hasSameSizeAs(before).doesNotContain(before.getFirst());
    }

    private List<Image> pictures() {
        return window.window().scene().getRoot().lookupAll(".countdown-ring").stream()
                .map(CountdownRing.class::cast)
                .filter(Node::isVisible)
                .map(ring -> ((ImageView) ring.getChildrenUnmodifiable().getFirst()).getImage())
                .toList();
    }
}
