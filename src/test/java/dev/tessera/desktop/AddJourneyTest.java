package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.scan.QrEncoder;
import java.io.IOException;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// From an empty vault to its first account, each way by keyboard or mouse.
@WindowTest
class AddJourneyTest {
    private static final String LINK = "otpauth://totp/Acme:ann?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Acme";

    private final WindowFixture window = new WindowFixture();

    @Start
    void start(Stage stage) {
        window.createVault(java.util.List.of());
        window.open(stage);
    }

    @BeforeEach
    void unlock() {
        window.unlock();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void theScreenIsScannedByMouse(FxRobot robot) {
        window.screens.add(QrEncoder.image(LINK, 4));
        robot.clickOn("Scan this screen");
        awaitPreview();
        assertThat(window.window().scene().getWindow().isShowing()).isTrue();
        robot.clickOn("#add-account");
        window.settle();
        assertAdded();
        assertThat(robot.lookup("Acme was added.").tryQuery()).isPresent();
    }

    @Test
    void theScreenIsScannedByKeyboard(FxRobot robot) {
        window.screens.add(QrEncoder.image(LINK, 4));
        // Held until the window is back: the headless platform misses keys that are let go while there is no window.
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        awaitPreview();
        robot.release(KeyCode.S, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(window.node("#add-account").isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        window.settle();
        assertAdded();
    }

    @Test
    void thatTheWindowStepsAsideIsTrue(FxRobot robot) {
        var showing = new java.util.concurrent.atomic.AtomicBoolean(true);
        window.onCapture = () -> showing.set(window.window().scene().getWindow().isShowing());
        window.screens.add(QrEncoder.image(LINK, 4));
        robot.clickOn("Scan this screen");
        awaitPreview();
        assertThat(showing).isFalse();
    }

    @Test
    void aPictureIsOpened(FxRobot robot) throws IOException {
        var file = window.folder.resolve("code.png");
        ImageIO.write(QrEncoder.image(LINK, 4), "png", file.toFile());
        window.pictures.add(file);
        robot.clickOn("Open a picture");
        awaitPreview();
        robot.clickOn("#add-account");
        window.settle();
        assertAdded();
    }

    @Test
    void aLinkIsPastedWithControlV(FxRobot robot) {
        window.pasteboard.text = java.util.Optional.of(LINK);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        awaitPreview();
        robot.type(KeyCode.SPACE);
        window.settle();
        assertAdded();
    }

    @Test
    void anAccountIsTypedInByKeyboardAlone(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        window.settle();
        robot.type(KeyCode.TAB, 5).type(KeyCode.ENTER);
        window.settle();
        robot.write("jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp").type(KeyCode.TAB);
        robot.write("Acme").type(KeyCode.TAB).write("ann").type(KeyCode.ENTER);
        window.settle();
        assertAdded();
    }

    @Test
    void escapeClosesASheetAndNothingIsAdded(FxRobot robot) {
        window.pasteboard.text = java.util.Optional.of(LINK);
        robot.push(KeyCode.CONTROL, KeyCode.V);
        awaitPreview();
        robot.type(KeyCode.ESCAPE);
        window.settle();
        assertThat(window.window().scene().lookup("#add-account")).isNull();
        assertThat(items()).isZero();
    }

    private void awaitPreview() {
        window.await(() -> window.window().scene().lookup("#add-account") != null
                && window.window().scene().getWindow().isShowing());
    }

    private void assertAdded() {
        assertThat(items()).isEqualTo(1);
    }

    private int items() {
        return ((ListView<?>) window.node("#entries")).getItems().size();
    }
}
