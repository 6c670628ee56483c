package dev.tessera.scan.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.scan.Tools;
import dev.tessera.scan.camera.CameraException.Fault;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CamerasTest {
    private static final String ONE = "otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP";
    private static final String TWO = "otpauth://totp/Example:bob?secret=GEZDGNBVGY3TQOJQ";

    private final FilmDriver driver = new FilmDriver();
    private final Cameras cameras = Cameras.of(driver, new Faults("Linux", List::of));

    static Stream<Arguments> films() {
        return Stream.of(
                Arguments.of("still", Films.still(ONE)),
                Arguments.of("shaking", Films.shaking(ONE)),
                Arguments.of("dark", Films.dark(ONE)),
                Arguments.of("too near", Films.tooNear(ONE)),
                Arguments.of("upside down", Films.upsideDown(ONE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("films")
    void aCodeHeldBeforeTheCameraIsRead(String name, IntFunction<BufferedImage> film) throws Exception {
        var device = driver.plugIn(name, film);
        var watched = new Watched();
        try (var _ = CameraWatch.start(cameras.find(""), watched)) {
            assertThat(watched.texts(1)).containsExactly(ONE);
        }
        awaitOff(device);
    }

    @Test
    void twoCodesAreReadInOnePicture() throws Exception {
        driver.plugIn("two", Films.two(ONE, TWO));
        var watched = new Watched();
        try (var _ = CameraWatch.start(cameras.find(""), watched)) {
            assertThat(watched.texts(2)).containsExactly(ONE, TWO);
        }
    }

    @Test
    void aWallIsNoCode() throws Exception {
        driver.plugIn("wall", Films.wall());
        var watched = new Watched();
        try (var _ = CameraWatch.start(cameras.find(""), watched)) {
            assertThat(watched.sawNothing()).isTrue();
        }
    }

    @Test
    void theCameraIsOffBeforeItIsOpenedAndAfterItIsLeft() throws Exception {
        var device = driver.plugIn("Integrated Camera", Films.wall());
        var camera = cameras.find("");
        assertThat(device.timesOpened()).isZero();
        var watched = new Watched();
        try (var _ = CameraWatch.start(camera, watched)) {
            watched.sawNothing();
            assertThat(device.isOn()).isTrue();
        }
        awaitOff(device);
    }

    @Test
    void theNameIsWithoutThePlaceOfTheDevice() throws Exception {
        driver.plugIn("Integrated Camera: Integrated C /dev/video0", Films.wall());
        driver.plugIn("USB 2.0 Camera 0", Films.wall());
        assertThat(cameras.list())
                .extracting(Camera::name)
                .containsExactly("Integrated Camera: Integrated C", "USB 2.0 Camera");
    }

    @Test
    void aPartOfTheNameIsEnoughIfNoOtherHasIt() throws Exception {
        driver.plugIn("Front Camera", Films.wall());
        driver.plugIn("Rear Camera", Films.wall());
        assertThat(cameras.find("rear").name()).isEqualTo("Rear Camera");
        assertThat(cameras.find("front camera").name()).isEqualTo("Front Camera");
        refuses("camera", Fault.UNKNOWN, "More than one camera has that name. Available: Front Camera, Rear Camera.");
        refuses("phone", Fault.UNKNOWN, "No camera has that name. Available: Front Camera, Rear Camera.");
    }

    @Test
    void withoutACameraThePhoneIsTheNextStep() {
        refuses(
                "",
                Fault.NONE,
                "No camera was found. Plug one in, or use a phone as one: start a network camera app on it and"
                        + " give the address that it shows.");
    }

    @Test
    void aCameraThatTheSystemForbidsIsNamedSo() {
        var forbidden = new Faults("Linux", () -> List.of(false, false));
        var group = "You do not have permission to use the camera. Add yourself to the group video (sudo usermod -aG "
                + "video $USER) and log in"
                + " again.";
        assertThat(forbidden.none()).hasMessage(group);
        assertThat(forbidden.notOpened("Front Camera", new RuntimeException())).hasMessage(group);
        assertThat(new Faults("Mac OS X", List::of).notOpened("FaceTime", new RuntimeException()))
                .hasMessageContaining("Allow it in System Settings, Privacy & Security, Camera");
        assertThat(new Faults("Windows 11", List::of).notOpened("USB", new RuntimeException()))
                .hasMessageContaining("switch on access for desktop apps");
    }

    @Test
    void aCameraInUseIsNamedSo() throws Exception {
        driver.plugIn("Front Camera", Films.wall()).takenByAnother(true);
        var watched = new Watched();
        try (var _ = CameraWatch.start(cameras.find(""), watched)) {
            assertThat(watched.failure())
                    .hasMessage("The camera Front Camera is in use by another program: end the video call or close that"
                            + " program.")
                    .extracting(CameraException::fault)
                    .isEqualTo(Fault.BUSY);
        }
    }

    @Test
    void aCameraThatIsPulledOutIsNamedSo() throws Exception {
        var device = driver.plugIn("Front Camera", Films.wall());
        var watched = new Watched();
        try (var _ = CameraWatch.start(cameras.find(""), watched)) {
            watched.sawNothing();
            driver.unplug(device);
            assertThat(watched.failure())
                    .hasMessage("The camera Front Camera was unplugged. Plug it in again, or choose another.")
                    .extracting(CameraException::fault)
                    .isEqualTo(Fault.UNPLUGGED);
        }
        awaitOff(device);
    }

    @Test
    void aCameraThatWentBeforeItWasOpenedIsNamedSo() throws Exception {
        var device = driver.plugIn("Front Camera", Films.wall());
        var camera = cameras.find("");
        driver.unplug(device);
        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(camera::open)
                .matches(gone -> gone.fault() == Fault.UNPLUGGED);
    }

    @Test
    void theNativeLibraryOfThisSystemLoadsAndLists() throws Exception {
        Tools.need(hasLibrary("libv4l2.so.0"), "libv4l", "Debian's package libv4l-0");
        assertThat(NativeGrabber.driver().getDevices()).isNotNull();
    }

    @Test
    void theNativeLibraryIsTheOneOfTheSystem() throws Exception {
        assertThat(NativeGrabber.place("Linux", "amd64")).isEqualTo("linux_x64/OpenIMAJGrabber.so");
        assertThat(NativeGrabber.place("Windows 11", "amd64")).isEqualTo("win64/OpenIMAJGrabber.dll");
        assertThat(NativeGrabber.place("Mac OS X", "x86_64")).isEqualTo("darwin_universal/libOpenIMAJGrabber.dylib");
    }

    @Test
    void aSystemWithoutADriverHasNetworkCameras() {
        assertThat(new Faults("Linux", List::of).noDriver(new IOException()))
                .hasMessage("Tessera cannot use the cameras of this computer: install libv4l (Debian: libv4l-0). Use"
                        + " the address of a network camera, or scan the screen or a picture.");
        assertThat(new Faults("Mac OS X", List::of).noDriver(new IOException()))
                .hasMessageStartingWith("Tessera has no driver for the cameras of this computer.");
    }

    @SuppressWarnings("restricted")
    private static boolean hasLibrary(String name) {
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(name, arena);
            return true;
        } catch (IllegalArgumentException _) {
            return !System.getProperty("os.name").startsWith("Linux");
        }
    }

    private void refuses(String name, Fault fault, String message) {
        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(() -> cameras.find(name))
                .withMessage(message)
                .matches(refused -> refused.fault() == fault);
    }

    private static void awaitOff(FilmDriver.Device device) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (device.isOn()) {
            assertThat(System.nanoTime()).as("the camera stays on").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
