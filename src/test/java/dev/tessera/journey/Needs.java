package dev.tessera.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// What a journey needs of the machine. Where it lacks, the test is skipped and says so; with
/// `-Dtessera.display=required` it fails instead.
public final class Needs {
    private Needs() {}

    static void display() {
        need(System.getenv("DISPLAY") != null, "a display (DISPLAY is not set; Xvfb gives one)");
    }

    static void screens() {
        need(onPath("Xvfb").isPresent(), "Xvfb (Debian: xvfb)");
        need(onPath("Xephyr").isPresent(), "Xephyr (Debian: xserver-xephyr)");
        need(onPath("display").isPresent(), "ImageMagick (Debian: imagemagick)");
    }

    static void windowTools() {
        need(onPath("xdotool").isPresent(), "xdotool (Debian: xdotool)");
        need(onPath("xclip").isPresent(), "xclip (Debian: xclip)");
    }

    public static void chromium() {
        need(onPath("chromium").isPresent(), "Chromium (Debian: chromium)");
        need(onPath("chromedriver").isPresent(), "ChromeDriver (Debian: chromium-driver)");
    }

    static void packagedFolder() {
        need(Files.isExecutable(Program.LAUNCHER), "the packaged folder (mvn package)");
    }

    public static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void need(boolean there, String what) {
        if (!there && "required".equals(System.getProperty("tessera.display"))) {
            throw new AssertionError("this machine lacks " + what);
        }
        assumeTrue(there, "skipped: this machine lacks " + what);
    }
}
