package dev.tessera.desktop.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.FakeTime;
import dev.tessera.desktop.control.Threads;
import dev.tessera.scan.QrEncoder;
import dev.tessera.scan.camera.CameraException.Fault;
import dev.tessera.scan.camera.Cameras;
import dev.tessera.scan.camera.FilmDriver;
import dev.tessera.scan.camera.Films;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The panel before films. The test's own thread is the ui thread: it runs what is told until something is so.
class CameraViewModelTest {
    private static final String LINK = "otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP";

    private final FilmDriver driver = new FilmDriver();
    private final FakeTime time = new FakeTime(Instant.EPOCH);
    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final List<String> sighted = new ArrayList<>();
    private final CameraViewModel panel =
            new CameraViewModel(Cameras.of(driver), new Threads(Runnable::run, ui::add, time), texts -> {
                sighted.addAll(texts);
                return "seen";
            });

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void theFirstCameraGoesOnAndOffAgain() {
        var front = driver.plugIn("Front", Films.wall());
        driver.plugIn("Rear", Films.wall());
        panel.open();
        await(() -> panel.frameProperty().get().isPresent());
        assertThat(front.isOn()).isTrue();
        assertThat(names()).containsExactly("Front", "Rear", "A phone or network camera");
        panel.close();
        await(() -> !front.isOn());
        assertThat(panel.frameProperty().get()).isEmpty();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void choosingAnotherSwitchesTheFirstOff() {
        var front = driver.plugIn("Front", Films.wall());
        var rear = driver.plugIn("Rear", Films.wall());
        panel.open();
        await(front::isOn);
        panel.chosenProperty().set(panel.choices().get(1));
        await(() -> rear.isOn() && !front.isOn());
        panel.chosenProperty().set(panel.choices().get(2));
        await(() -> !rear.isOn());
        assertThat(panel.lensProperty().get()).isEqualTo(new Lens.Off());
    }

    @Test
    void aCodeIsToldOnceAndFramedInEachPicture() {
        driver.plugIn("Front", Films.still(LINK));
        panel.open();
        await(() -> !panel.sightsProperty().get().isEmpty());
        assertThat(panel.saidProperty().get()).isEqualTo("seen");
        int[] looks = {0};
        panel.sightsProperty().subscribe(_ -> looks[0]++);
        await(() -> looks[0] > 3);
        assertThat(sighted).containsExactly(LINK);
    }

    /// The film has its code left of the middle: in a mirror it stands at the right.
    @Test
    void thePreviewAndItsFramesAreMirrored() {
        driver.plugIn("Front", number -> {
            var picture = new BufferedImage(1280, 720, BufferedImage.TYPE_3BYTE_BGR);
            var graphics = picture.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, 640, 720);
            graphics.drawImage(QrEncoder.image(LINK, 8), 100, 150, null);
            graphics.dispose();
            return picture;
        });
        panel.open();
        await(() -> !panel.sightsProperty().get().isEmpty()
                && panel.frameProperty().get().isPresent());
        assertThat(panel.sightsProperty().get().getFirst().corners())
                .allSatisfy(corner -> assertThat(corner.x()).isBetween(0.5, 1.0));
        var frame = panel.frameProperty().get().orElseThrow();
        assertThat(frame.argb()[0]).isEqualTo(0xFF000000);
        assertThat(frame.argb()[frame.width() - 1]).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void aCameraThatIsPluggedInLaterGoesOnByItself() {
        panel.open();
        await(() -> fault() == Fault.NONE);
        driver.plugIn("Front", Films.wall());
        time.pass(CameraViewModel.BETWEEN_LISTS);
        await(() -> panel.frameProperty().get().isPresent());
    }

    @Test
    void aCameraThatIsPulledOutAndPutBackGoesOnAgain() {
        var front = driver.plugIn("Front", Films.wall());
        panel.open();
        await(() -> panel.frameProperty().get().isPresent());
        driver.unplug(front);
        await(() -> fault() == Fault.UNPLUGGED);
        driver.plugIn("Front", Films.wall());
        time.pass(CameraViewModel.BETWEEN_LISTS);
        await(() -> panel.frameProperty().get().isPresent());
    }

    @Test
    void anotherCameraStaysOnWhenOneIsPulledOut() {
        var front = driver.plugIn("Front", Films.wall());
        var rear = driver.plugIn("Rear", Films.wall());
        panel.open();
        await(() -> panel.frameProperty().get().isPresent());
        driver.unplug(rear);
        time.pass(CameraViewModel.BETWEEN_LISTS);
        await(() -> names().size() == 2);
        assertThat(front.isOn()).isTrue();
        assertThat(front.timesOpened()).isEqualTo(1);
    }

    @Test
    void aCameraInUseIsNotAskedAgainByItself() {
        var front = driver.plugIn("Front", Films.wall());
        front.takenByAnother(true);
        panel.open();
        await(() -> fault() == Fault.BUSY);
        time.pass(CameraViewModel.BETWEEN_LISTS.multipliedBy(3));
        await(() -> time.waiting() == 1);
        assertThat(fault()).isEqualTo(Fault.BUSY);
        front.takenByAnother(false);
        panel.again();
        await(() -> panel.frameProperty().get().isPresent());
    }

    @Test
    void whatIsNoAddressIsSaid() {
        panel.open();
        await(() -> fault() == Fault.NONE);
        panel.chosenProperty().set(panel.choices().getLast());
        panel.addressProperty().set("a b");
        panel.connect();
        assertThat(fault()).isEqualTo(Fault.NO_CAMERA);
    }

    @Test
    void camerasOfOneNameAreCounted() {
        driver.plugIn("USB Camera", Films.wall());
        driver.plugIn("USB Camera", Films.wall());
        panel.open();
        await(() -> !panel.choices().isEmpty());
        assertThat(names()).startsWith("USB Camera", "USB Camera 2");
    }

    private List<String> names() {
        return panel.choices().stream().map(CameraChoice::name).toList();
    }

    private Fault fault() {
        return panel.lensProperty().get() instanceof Lens.Failed failed ? failed.fault() : Fault.UNKNOWN;
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not happen within 20 s").isLessThan(end);
            try {
                var task = ui.poll(20, TimeUnit.MILLISECONDS);
                if (task != null) {
                    task.run();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
