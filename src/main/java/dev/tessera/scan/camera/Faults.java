package dev.tessera.scan.camera;

import dev.tessera.scan.camera.CameraException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Why a camera gives nothing. The driver says only that it failed; what the system shows beside it tells the rest.
final class Faults {
    private final String system;
    private final Supplier<List<Boolean>> nodes;

    /// @param system as in `os.name`
    /// @param nodes whether we may use each camera that Linux shows in `/dev`
    Faults(String system, Supplier<List<Boolean>> nodes) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.nodes = nodes;
    }

    static Faults ofThisComputer() {
        return new Faults(System.getProperty("os.name"), Faults::nodes);
    }

    /// Whether the system can be seen to have no camera without asking a driver.
    boolean surelyNone() {
        return isLinux() && nodes.get().isEmpty();
    }

    /// There is no driver for this system, or it does not load.
    CameraException noDriver(Throwable cause) {
        String others = "Use the address of a network camera, or scan the screen or a picture.";
        return new CameraException(
                Fault.NONE,
                isLinux()
                        ? "Tessera cannot use the cameras of this computer: install libv4l (Debian: libv4l-0). "
                                + others
                        : "Tessera has no driver for the cameras of this computer. " + others,
                cause);
    }

    /// The driver sees no camera.
    CameraException none() {
        return isLinux() && nodes.get().contains(false)
                ? forbidden()
                : new CameraException(
                        Fault.NONE,
                        "No camera was found. Plug one in, or use a phone as one: start a network camera app on it and"
                                + " give the address that it shows.");
    }

    /// The camera is there and cannot be opened.
    CameraException notOpened(String name, Throwable cause) {
        if (isLinux() && nodes.get().contains(false) && !nodes.get().contains(true)) {
            return forbidden();
        }
        String busy =
                "The camera %s is in use by another program: end the video call or close that program.".formatted(name);
        return new CameraException(Fault.BUSY, isLinux() ? busy : busy + " " + permission(), cause);
    }

    /// Between two pictures it went away.
    CameraException unplugged(String name) {
        return new CameraException(
                Fault.UNPLUGGED, "The camera %s was unplugged. Plug it in again, or choose another.".formatted(name));
    }

    /// It is still there and sends nothing.
    static CameraException silent(String name) {
        return new CameraException(
                Fault.SILENT,
                "The camera %s sends no picture. Open its cover, plug it in again, or choose another.".formatted(name));
    }

    private CameraException forbidden() {
        return new CameraException(Fault.FORBIDDEN, "You do not have permission to use the camera. " + permission());
    }

    private String permission() {
        if (system.startsWith("mac")) {
            return "Allow it in System Settings, Privacy & Security, Camera, and start Tessera again.";
        }
        if (system.startsWith("windows")) {
            return "Allow it in Settings, Privacy & security, Camera: switch on access for desktop apps.";
        }
        return "Add yourself to the group video (sudo usermod -aG video $USER) and log in again.";
    }

    private boolean isLinux() {
        return system.startsWith("linux");
    }

    private static List<Boolean> nodes() {
        try (Stream<Path> all = Files.list(Path.of("/dev"))) {
            return all.filter(node -> String.valueOf(node.getFileName()).startsWith("video"))
                    .map(node -> Files.isReadable(node) && Files.isWritable(node))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }
}
