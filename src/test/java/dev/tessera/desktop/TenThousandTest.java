package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tessera.desktop.entries.EntriesViewModel;
import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A list of ten thousand: only what can be seen has nodes, and a key press is answered at once.
@WindowTest
class TenThousandTest {
    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) {
        window.createVault(
                IntStream.range(0, 10_000).mapToObj(TenThousandTest::account).toList());
        window.open(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void onlyWhatIsSeenHasCells(FxRobot robot) {
        window.unlock();
        assertThat(robot.lookup(".entry-card").queryAll()).hasSizeLessThan(20);
        robot.type(KeyCode.END);
        window.settle();
        assertThat(robot.lookup(".entry-card").queryAll()).hasSizeLessThan(25);
        robot.write("9876");
        window.settle();
        assertThat(((ListView<?>) window.node("#entries")).getItems()).hasSize(1);
        long start = System.nanoTime();
        window.onFx(() -> entries().queryProperty().set("site 1"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aChangeLeavesThePlaceInTheList(FxRobot robot) {
        window.unlock();
        window.onFx(() -> ((ListView<?>) window.node("#entries")).scrollTo(5000));
        window.onFx(() -> flow(robot).scrollPixels(30));
        window.settle();
        var first = flow(robot).getFirstVisibleCell();
        int row = first.getIndex();
        double top = first.getLayoutY();
        assertThat(row).isBetween(4998, 5001);

        window.onFx(() -> entries().moveToBin(entries().shown().get(5002)));
        window.await(() -> entries().shown().size() == 9999);
        window.settle();
        assertThat(firstSeen(robot)).isEqualTo(row);
        assertThat(flow(robot).getFirstVisibleCell().getLayoutY()).isCloseTo(top, within(2.0));
    }

    @Test
    void aSearchShowsTheBestHitWhereverTheListWas(FxRobot robot) {
        window.unlock();
        for (var words : List.of("site", "", "site 98", "9")) {
            window.onFx(() -> ((ListView<?>) window.node("#entries"))
                    .scrollTo(entries().shown().size() - 1));
            window.settle();
            window.onFx(() -> entries().queryProperty().set(words));
            window.settle();
            assertThat(firstSeen(robot)).as("what is seen first of “%s”", words).isZero();
        }
    }

    private EntriesViewModel entries() {
        return window.window().open().orElseThrow().entries();
    }

    private static int firstSeen(FxRobot robot) {
        return flow(robot).getFirstVisibleCell().getIndex();
    }

    private static VirtualFlow<?> flow(FxRobot robot) {
        return robot.lookup(".virtual-flow").query();
    }

    /// One of many; `src/bench/list` has them, too.
    static Account account(int number) {
        byte[] secret = ByteBuffer.allocate(20).putInt(number).array();
        return new Account(
                "Site " + number,
                "ann@" + number + ".example",
                new Credential(Secret.copyOf(secret), OtpParameters.Totp.standard()));
    }
}
