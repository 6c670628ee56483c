package dev.tessera.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.demo.DemoOptions;
import dev.tessera.demo.DemoServer;
import dev.tessera.desktop.DesktopSetup;
import dev.tessera.desktop.SystemPasteboard;
import dev.tessera.desktop.TesseraWindow;
import dev.tessera.desktop.clock.Timing;
import dev.tessera.desktop.control.FilePicker;
import dev.tessera.desktop.control.Later;
import dev.tessera.desktop.control.Threads;
import dev.tessera.desktop.settings.Settings;
import dev.tessera.scan.ScreenCapture;
import dev.tessera.scan.camera.Cameras;
import dev.tessera.vault.file.KdfCost;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The main job on a real screen: Chromium on the left, Tessera's real window on the right, a real pointer and
/// keyboard.
@ExtendWith(ApplicationExtension.class)
class WindowJourney {
    private static final String PASSWORD = "lantern over a quiet harbour";
    private static final String PASSPHRASE = "a passphrase for the journey";
    private static final double RIGHT_OF_THE_BROWSER = 1000;

    @TempDir
    private Path temp;

    private final ExecutorService work = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private Optional<TesseraWindow> window = Optional.empty();

    @BeforeAll
    static void needs() {
        Needs.display();
        Needs.chromium();
    }

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        stage.setX(RIGHT_OF_THE_BROWSER);
        stage.setY(60);
        var threads = new Threads(work, Platform::runLater, Later.on(later));
        var outside = new DesktopSetup.Outside(
                ScreenCapture::captureAll,
                FilePicker.none(),
                new SystemPasteboard(),
                Cameras.ofThisComputer(),
                Optional.empty(),
                Settings.untilClosed(),
                Optional.empty(),
                Timing.plain(InstantSource.system()));
        var setup = new DesktopSetup(
                temp.resolve("vault.tessera"), InstantSource.system(), () -> KdfCost.LEAST, threads, outside);
        var opened = new TesseraWindow(stage, setup);
        window = Optional.of(opened);
        opened.show();
    }

    @AfterEach
    void end() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.ifPresent(TesseraWindow::lock));
        work.shutdown();
        later.shutdownNow();
    }

    @Test
    void aPersonScansTheScreenByTheButtonAndPastesTheCode(FxRobot robot) throws Exception {
        createVault(robot);
        try (var demo = DemoServer.start(DemoOptions.standard());
                var page = new LoginPage(temp.resolve("profile"))) {
            var enrolment = new Enrolment(demo, page);
            enrolment.upToTheQrCode(PASSWORD);

            press(robot, "#scan-screen");
            press(robot, "#add-account");
            await(() -> entries().getItems().size() == 1);

            copy(robot);
            page.paste("code");
            var used = page.value("code");
            assertThat(used).matches("[0-9]{6}");
            page.press("Verify");
            page.waitFor(By.id("wait"));

            enrolment.logIn(PASSWORD);
            enrolment.typeCode(used);
            assertThat(page.text()).as("the used code is refused").contains("used");

            page.waitUntil(() -> {
                copy(robot);
                page.paste("code");
                return !page.value("code").equals(used);
            });
            page.press("Log in");
            assertThat(page.waitFor(By.id("factor")).getText()).isEqualTo("Set up");
        }
    }

    @Test
    void aPersonDrawsABoxAroundTheCode(FxRobot robot) throws Exception {
        createVault(robot);
        try (var demo = DemoServer.start(DemoOptions.standard());
                var page = new LoginPage(temp.resolve("profile"))) {
            new Enrolment(demo, page).upToTheQrCode(PASSWORD);

            press(robot, "#scan-region");
            await(() -> region().isPresent());
            robot.moveTo(10, 10).press(MouseButton.PRIMARY);
            robot.moveTo(RIGHT_OF_THE_BROWSER - 10, 700).release(MouseButton.PRIMARY);
            press(robot, "#add-account");

            await(() -> entries().getItems().size() == 1);
            assertThat(region()).isEmpty();
        }
    }

    private static Optional<Node> region() {
        return Window.getWindows().stream()
                .map(each -> each.getScene().lookup("#region-0"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private void createVault(FxRobot robot) throws Exception {
        await(() -> isReady("#passphrase"));
        robot.clickOn("#passphrase")
                .write(PASSPHRASE)
                .clickOn("#passphrase-again")
                .write(PASSPHRASE);
        press(robot, "#create");
        await(() -> isReady("#scan-screen"));
    }

    private void press(FxRobot robot, String selector) throws Exception {
        await(() -> isReady(selector));
        robot.clickOn(selector);
    }

    private void copy(FxRobot robot) {
        robot.interact(() -> {
            entries().requestFocus();
            entries().getSelectionModel().selectFirst();
        });
        robot.clickOn("#entries .entry-card");
    }

    private ListView<?> entries() {
        return (ListView<?>) node("#entries").orElseThrow();
    }

    private boolean isReady(String selector) {
        return node(selector)
                .filter(node -> node.isVisible() && !node.isDisabled())
                .filter(node -> node.getScene().getWindow().isShowing())
                .isPresent();
    }

    private Optional<Node> node(String selector) {
        return window.map(opened -> opened.scene().lookup(selector));
    }

    /// The condition is asked on the toolkit's thread, which alone may look at nodes.
    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
