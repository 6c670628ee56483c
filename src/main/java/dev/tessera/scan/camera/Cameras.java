package dev.tessera.scan.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The cameras that a driver of webcam-capture sees, and those behind an address.
///
/// The library's own `Webcam` is not used: it takes lock files, starts threads and hooks, and keeps a camera open.
public final class Cameras {
    /// How long to wait for a picture before a camera counts as silent.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Faults faults;
    private @Nullable WebcamDriver driver;

    private Cameras(Faults faults, @Nullable WebcamDriver driver) {
        this.faults = faults;
        this.driver = driver;
    }

    /// Those of this computer. Its native library is loaded at the first look, not before.
    public static Cameras ofThisComputer() {
        return new Cameras(Faults.ofThisComputer(), null);
    }

    /// Those of a driver, for a camera that no built-in driver knows and for tests.
    public static Cameras of(WebcamDriver driver) {
        return new Cameras(Faults.ofThisComputer(), driver);
    }

    static Cameras of(WebcamDriver driver, Faults faults) {
        return new Cameras(faults, driver);
    }

    /// What is plugged in now; it may be empty, and differ the next time. Takes some hundred milliseconds the first
    /// time.
    ///
    /// @throws CameraException if the system lets no program see its cameras
    public synchronized List<Camera> list() throws CameraException {
        try {
            if (driver == null) {
                if (faults.surelyNone()) {
                    return List.of();
                }
                driver = NativeGrabber.driver();
            }
            List<WebcamDevice> devices = driver.getDevices();
            WebcamDriver seenBy = driver;
            return devices.stream()
                    .<Camera>map(device -> new DriverCamera(seenBy, device, faults))
                    .toList();
        } catch (LinkageError | IOException | RuntimeException broken) {
            // The driver throws what it likes, and its library may be made for another system.
            throw faults.noDriver(broken);
        }
    }

    /// Whether a text is the address of a network camera, and no name.
    public static boolean isAddress(String text) {
        return NetworkCamera.isAddress(text);
    }

    /// The camera meant by `name`: an address that begins with `http://` or `https://`, the name of a camera, or
    /// a part of it that no other has; empty for the first there is.
    ///
    /// @throws CameraException if there is none, or more than one
    public Camera find(String name) throws CameraException {
        if (NetworkCamera.isAddress(name)) {
            return NetworkCamera.at(name);
        }
        List<Camera> all = list();
        if (all.isEmpty()) {
            throw faults.none();
        }
        if (name.isEmpty()) {
            return all.getFirst();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        List<Camera> exact = all.stream()
                .filter(camera -> camera.name().toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
        List<Camera> like = all.stream()
                .filter(camera -> camera.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        if (!exact.isEmpty()) {
            return exact.getFirst();
        }
        if (like.size() == 1) {
            return like.getFirst();
        }
        String names = all.stream().map(Camera::name).collect(Collectors.joining(", "));
        throw new CameraException(
                CameraException.Fault.UNKNOWN,
                (like.isEmpty()
                                ? "No camera has that name. Available: %s."
                                : "More than one camera has that name. Available: %s.")
                        .formatted(names));
    }
}
