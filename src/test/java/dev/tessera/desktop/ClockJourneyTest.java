package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.clock.FakeTimeServer;
import dev.tessera.otp.OtpParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The clock in the window: measured on request, applied, shown and removed.
@WindowTest
class ClockJourneyTest {
    private static final String TOLD = "#clock-told";

    private final WindowFixture window = new WindowFixture();
    private final List<FakeTimeServer> servers = new ArrayList<>();
    private volatile Duration behind = Duration.ofMinutes(3); // the window locks after five

    @Start
    void start(Stage stage) {
        window.createVault(Accounts.all());
        for (int i = 0; i < 3; i++) {
            var server = FakeTimeServer.telling(() -> window.time.instant().plus(behind));
            servers.add(server);
            window.timeServers.add(server.address());
        }
        window.open(stage);
    }

    @BeforeEach
    void unlock() {
        window.unlock();
    }

    @AfterEach
    void close() {
        window.close();
        servers.forEach(FakeTimeServer::close);
    }

    @Test
    void itIsMeasuredOnRequestAppliedShownAndRemoved(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        window.settle();
        window.press("#clock-open");
        window.picture("clock-ready");
        assertThat(servers).extracting(FakeTimeServer::asked).containsOnly(0);
        window.press("#clock-measure");
        window.await(() -> window.isThere(TOLD));
        window.picture("clock-told");
        assertThat(words(TOLD)).containsPattern("(0:03:00|0:02:59) behind").contains("3 of 3 time servers agree.");

        window.press("#clock-apply");
        window.await(() -> window.isThere("#clock-banner"));
        window.picture("clock-applied");
        assertThat(words("#clock-banner")).containsPattern("(0:03:00|0:02:59) ahead of this computer’s clock");
        assertThat(copied(robot)).isEqualTo(codeAfter(window.codeClock.amount()));
        assertThat(window.node("#entries").lookupAll(".entry-row"))
                .as("what is shown, though no second has begun since")
                .extracting(Node::getAccessibleText)
                .anyMatch(spoken -> spoken != null
                        && spoken.contains(String.join(
                                " ", codeAfter(window.codeClock.amount()).split(""))));

        window.press("#clock-remove");
        window.await(() -> !window.isThere("#clock-banner"));
        assertThat(copied(robot)).isEqualTo(codeAfter(Duration.ZERO));
        assertThat(window.codeClock.amount()).isZero();
    }

    @Test
    void aClockThatWasSetSinceIsShownAndMeasuredAgain(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        window.settle();
        window.press("#clock-open");
        window.press("#clock-measure");
        window.press("#clock-apply");
        window.await(() -> window.isThere("#clock-banner"));
        window.computer.wasSet(behind);
        window.time.set(WindowFixture.NOW.plus(behind));
        behind = Duration.ZERO;
        window.pass(Duration.ofSeconds(2));
        window.await(() -> words("#clock-banner").contains("has been set since it was measured"));
        window.picture("clock-lapsed");
        assertThat(copied(robot)).isEqualTo(codeAfter(Duration.ZERO));
        window.press("#clock-again");
        window.press("#clock-measure");
        window.await(() -> window.isThere(TOLD));
        assertThat(words(TOLD)).contains("The codes are right.");
        window.press("#clock-told-remove");
        window.await(() -> !window.isThere("#clock-banner"));
    }

    @Test
    void escapeLeavesItAndThereIsNothingToSee(FxRobot robot) {
        servers.forEach(FakeTimeServer::close);
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        window.settle();
        window.press("#clock-open");
        window.press("#clock-measure");
        window.await(() -> window.isThere("#clock-failed"));
        window.picture("clock-failed");
        robot.type(KeyCode.ESCAPE);
        window.settle();
        assertThat(window.find("#clock-failed")).isEmpty();
        assertThat(window.node("#entries").isDisabled()).isFalse();
    }

    private String words(String selector) {
        var words = new StringBuilder();
        window.onFx(() -> window.node(selector)
                .lookupAll(".label")
                .forEach(node -> words.append(((Labeled) node).getText()).append('\n')));
        return words.toString();
    }

    /// The code of the first account, as Enter copies it.
    private String copied(FxRobot robot) {
        window.onFx(() -> window.node("#entries").requestFocus());
        robot.type(KeyCode.HOME, KeyCode.ENTER);
        window.settle();
        return window.pasteboard.text().orElseThrow();
    }

    private String codeAfter(Duration later) {
        var credential = window.window()
                .open()
                .orElseThrow()
                .entries()
                .shown()
                .getFirst()
                .account()
                .credential();
        assertThat(credential.parameters()).isInstanceOf(OtpParameters.TimeBased.class);
        return credential.codeAt(window.time.instant().plus(later)).text();
    }
}
