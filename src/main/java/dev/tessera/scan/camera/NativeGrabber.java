package dev.tessera.scan.camera;

import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.ds.buildin.WebcamDefaultDriver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bridj.BridJ;

/// webcam-capture's own driver, with its native library found for it.
///
/// The library lies in webcam-capture's jar. BridJ looks for it among the classes of its own module and so finds
/// it on a class path only.
final class NativeGrabber {
    private static final String LIBRARY = "OpenIMAJGrabber";

    /// BridJ tells of each method that it counts wrongly. Held here, for the log manager forgets what nobody holds.
    private static final Logger BRIDGE = Logger.getLogger("org.bridj.BridJ");

    private NativeGrabber() {}

    /// @throws IOException if there is none for this system, or it cannot be written to a temporary file
    static WebcamDriver driver() throws IOException {
        BRIDGE.setLevel(Level.SEVERE);
        String place = place(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path folder = Files.createTempDirectory("tessera-camera");
        folder.toFile().deleteOnExit();
        Path file = folder.resolve(System.mapLibraryName(LIBRARY));
        file.toFile().deleteOnExit();
        try (InputStream library = WebcamDefaultDriver.class.getResourceAsStream("lib/" + place)) {
            if (library == null) {
                throw new IOException("no native library " + place);
            }
            Files.copy(library, file);
        }
        BridJ.setNativeLibraryFile(LIBRARY, file.toFile());
        return new WebcamDefaultDriver();
    }

    /// @param system as in `os.name`
    /// @param processor as in `os.arch`
    static String place(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean wide = processor.contains("64");
        if (name.startsWith("mac")) {
            return "darwin_universal/lib" + LIBRARY + ".dylib";
        }
        if (name.startsWith("win")) {
            return (wide ? "win64/" : "win32/") + LIBRARY + ".dll";
        }
        return "linux_" + (processor.equals("amd64") ? "x64" : processor) + "/" + LIBRARY + ".so";
    }
}
