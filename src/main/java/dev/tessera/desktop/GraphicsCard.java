package dev.tessera.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whether a Linux computer has a graphics card that programs may draw with. Where there is none, OpenGL is worked out
/// by the processor, and JavaFX's own way of doing that takes half the memory.
final class GraphicsCard {
    /// The kernel's own drivers, that of a Linux within Windows, and NVIDIA's.
    private static final List<String> NAMES = List.of("dri", "dxg", "nvidia0");

    private GraphicsCard() {}

    static boolean isInThisComputer() {
        return isIn(Path.of("/dev"));
    }

    /// @param devices the folder of the devices
    static boolean isIn(Path devices) {
        for (var name : NAMES) {
            if (Files.exists(devices.resolve(name))) {
                return true;
            }
        }
        return false;
    }
}
