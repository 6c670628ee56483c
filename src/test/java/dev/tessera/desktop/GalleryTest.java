package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.camera.CameraChoice;
import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.control.Messages;
import dev.tessera.desktop.control.PassphraseField;
import dev.tessera.otpauth.MigrationPayload;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.scan.QrEncoder;
import dev.tessera.scan.camera.Films;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Pictures of every screen of an open vault. What is asserted is that the screen pictured is the one meant.
@WindowTest
@ParameterizedClass
@MethodSource("dev.tessera.desktop.Gallery#languages")
class GalleryTest {
    private final WindowFixture window;

    GalleryTest(Language language) {
        this.window = new WindowFixture(language);
    }

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
    void theLockedWindow(FxRobot robot) {
        window.picture("unlock");
        window.onFx(() -> field().type("correct horse".toCharArray()));
        robot.type(KeyCode.ENTER);
        window.await(() -> window.node("#problem").isVisible());
        window.picture("unlock-wrong");
        assertThat(field().isEmpty()).isFalse();
    }

    @Test
    void theList(FxRobot robot) {
        window.unlock();
        window.picture("list");
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        window.pass(Duration.ofSeconds(2));
        window.picture("list-copied");
        window.pass(Duration.ofSeconds(16));
        window.picture("list-last-seconds");
        window.pass(Duration.ofSeconds(5));
        window.picture("list-after-the-roll");
        robot.write("vau");
        window.settle();
        window.onFx(() -> ((Button) window.node("#next-code")).fire());
        window.picture("search");
        assertThat(window.window().isLocked()).isFalse();
    }

    @Test
    void aWideWindow() {
        window.unlock();
        window.onFx(() -> window.window().scene().getWindow().setWidth(980));
        window.picture("list-wide");
        assertThat(((ListView<?>) window.node("#entries")).getItems()).hasSize(5);
    }

    @Test
    void nothingFoundInTheList(FxRobot robot) {
        window.unlock();
        robot.write("zzz");
        window.settle();
        window.picture("search-nothing");
        assertThat(window.node("#clear-search").isVisible()).isTrue();
    }

    @Test
    void aToast(FxRobot robot) {
        window.unlock();
        robot.type(KeyCode.DOWN, KeyCode.DELETE);
        window.settle();
        window.picture("toast");
        assertThat(window.node("#undo").isVisible()).isTrue();
    }

    @Test
    void theWaysToAdd(FxRobot robot) {
        window.unlock();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        window.settle();
        window.picture("add");
        robot.type(KeyCode.ESCAPE);
        window.settle();
        assertThat(window.node("#entries").isDisabled()).isFalse();
    }

    @Test
    void previews() {
        window.unlock();
        window.screens.add(
                qr("otpauth://totp/Acme:jo%40example.org?secret=JBSWY3DPEHPK&issuer=Acme%20Works&digits=null"));
        scan();
        window.await(() -> window.window().scene().lookup("#add-account") != null);
        window.picture("preview-one");
        window.screens.clear();
        window.screens.add(qr(OtpauthUri.format(Accounts.pexip())));
        window.screens.add(qr(OtpauthUri.format(Accounts.varied("Seaside Library", "reader 4711", 7))));
        window.screens.add(qr("https://example.org/login"));
        window.screens.add(qr("otpauth://yaotp/Yandex:me?secret=LA2V6KMCGYMWWVEW64RNP3JA3I&pin_length=6"));
        window.onFx(() -> ((Button) window.node("#cancel")).fire());
        scan();
        window.await(() -> window.window().scene().lookup("#pin") != null);
        window.picture("preview-many");
        assertThat(window.node("#choice").isVisible()).isTrue();
    }

    @Test
    void aPartOfTheScreen(FxRobot robot) {
        window.screens.add(desktop(OtpauthUri.format(Accounts.pexip()), "https://example.org/menu"));
        window.unlock();
        window.onFx(() -> window.window().open().orElseThrow().adding().scanRegion());
        window.await(() -> pane().isPresent());
        window.onFx(() -> Gallery.picture(pane().orElseThrow().getScene(), window.named("region-start")));
        robot.type(KeyCode.RIGHT);
        window.onFx(() -> Gallery.picture(pane().orElseThrow().getScene(), window.named("region-keys")));
        var pane = pane().orElseThrow();
        var picture = pane.lookup(".image-view")
                .localToScreen(pane.lookup(".image-view").getLayoutBounds());
        double scale = picture.getWidth() / 1600;
        robot.moveTo(picture.getMinX() + 980 * scale, picture.getMinY() + 230 * scale)
                .press(MouseButton.PRIMARY);
        robot.moveTo(picture.getMinX() + 1330 * scale, picture.getMinY() + 580 * scale);
        window.onFx(() -> Gallery.picture(pane.getScene(), window.named("region-box")));
        robot.release(MouseButton.PRIMARY);
        window.await(() -> window.window().scene().lookup("#add-account") != null);
        assertThat(pane()).isEmpty();
    }

    /// Two pages with a code each.
    private static BufferedImage desktop(String right, String left) {
        var screen = new BufferedImage(1600, 1000, BufferedImage.TYPE_INT_RGB);
        var graphics = screen.createGraphics();
        graphics.setColor(new Color(0x35526b));
        graphics.fillRect(0, 0, 1600, 1000);
        graphics.setColor(new Color(0xf4f5f7));
        graphics.fillRect(120, 140, 640, 640);
        graphics.fillRect(840, 140, 640, 640);
        graphics.drawImage(qr(left), 280, 300, null);
        graphics.drawImage(qr(right), 1000, 250, null);
        graphics.dispose();
        return screen;
    }

    private static Optional<Node> pane() {
        return Window.getWindows().stream()
                .map(each -> each.getScene().lookup("#region-0"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Test
    void theCamera() {
        var device = window.cameras.plugIn("Integrated Camera", Films.two("https://example.org/menu", "WIFI:S:Cafe;;"));
        window.unlock();
        useCamera();
        window.await(() ->
                !window.window().scene().getRoot().lookupAll(".code-frame").isEmpty());
        window.picture("camera");
        assertThat(((Label) window.node("#camera-words")).getText()).isNotBlank();
        window.cameras.plugIn("Another Camera", Films.wall());
        window.pass(Duration.ofSeconds(2));
        window.await(() -> choice().getItems().size() == 3);
        assertThat(choice().getValue().name()).isEqualTo("Integrated Camera");
        assertThat(device.isOn()).isTrue();
        window.onFx(() -> window.window().lock());
        window.await(() -> !device.isOn());
    }

    @Test
    void theCameraSeesAnAccount() {
        var device = window.cameras.plugIn(
                "Integrated Camera", Films.still(OtpauthUri.format(Accounts.varied("Acme", "ann", 6))));
        window.unlock();
        useCamera();
        window.await(() -> window.window().scene().lookup("#add-account") != null);
        window.picture("camera-preview");
        window.await(() -> !device.isOn());
    }

    @Test
    void thereIsNoCamera() {
        window.unlock();
        useCamera();
        window.await(() -> window.window().scene().lookup("#camera-words") instanceof Label words
                && words.getText().equals(Messages.text("camera.none")));
        window.picture("camera-none");
        window.onFx(() -> choice().setValue(choice().getItems().getLast()));
        window.picture("camera-network");
        assertThat(window.node("#camera-address").isVisible()).isTrue();
    }

    @Test
    void theCameraIsInUse() {
        window.cameras.plugIn("Integrated Camera", Films.wall()).takenByAnother(true);
        window.unlock();
        useCamera();
        window.await(() -> window.node("#camera-again").isVisible());
        window.picture("camera-busy");
    }

    @Test
    void partsBeforeTheCamera() {
        var accounts = IntStream.range(0, 31)
                .mapToObj(i -> Accounts.varied("Site " + i, "ann" + i, i))
                .toList();
        window.cameras.plugIn(
                "Integrated Camera",
                Films.still(MigrationPayload.format(accounts, 77).get(1)));
        window.unlock();
        useCamera();
        window.await(() -> window.node("#show-gathered").isVisible());
        window.picture("camera-parts");
    }

    private void useCamera() {
        window.onFx(() -> window.window().open().orElseThrow().adding().useCamera());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<CameraChoice> choice() {
        return (ComboBox<CameraChoice>) window.node("#camera-choice");
    }

    @Test
    void partsOfAnExport() {
        window.unlock();
        var accounts = IntStream.range(0, 31)
                .mapToObj(i -> Accounts.varied("Site " + i, "ann" + i, i))
                .toList();
        var parts = MigrationPayload.format(accounts, 77);
        List.of(parts.get(0), parts.get(2), parts.get(3)).forEach(part -> window.screens.add(qr(part)));
        scan();
        window.await(() -> window.window().scene().lookup("#missing-parts") != null);
        window.picture("preview-parts");
        assertThat(window.node("#scan-more").isVisible()).isTrue();
    }

    @Test
    void nothingFoundOnTheScreen() {
        window.unlock();
        window.screens.add(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB));
        scan();
        window.await(() -> window.window().scene().lookup("#seen") != null);
        window.picture("nothing-found");
        window.screens.set(0, qr("https://example.org/login"));
        window.onFx(() -> ((Button) window.node("#cancel")).fire());
        scan();
        window.await(() -> window.window().scene().lookup("#seen") != null);
        window.picture("no-account");
        assertThat(window.node("#scan-slowly").isVisible()).isTrue();
    }

    @Test
    void theForm() {
        window.unlock();
        window.onFx(() -> window.window().open().orElseThrow().adding().typeIn());
        window.onFx(() -> ((TextField) window.node("#secret")).setText("JBSW Y3DP 8HPK"));
        window.picture("type-in-wrong");
        window.onFx(() -> {
            ((TextField) window.node("#secret")).setText("JBSW Y3DP EHPK 3PXP JBSW Y3DP");
            ((TextField) window.node("#issuer")).setText("Acme");
            ((Button) window.node("#more")).fire();
        });
        window.picture("type-in");
        assertThat(window.node("#add-account").isDisabled()).isFalse();
    }

    private void scan() {
        window.onFx(() -> window.window().open().orElseThrow().adding().scanScreen());
    }

    private PassphraseField field() {
        return (PassphraseField) window.node("#passphrase");
    }

    private static BufferedImage qr(String text) {
        return QrEncoder.image(text, 5);
    }
}
