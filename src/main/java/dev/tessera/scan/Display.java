package dev.tessera.scan;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.util.Map;
import java.util.Optional;

/// Whether AWT reaches a desktop, and what to do if it does not.
///
/// AWT runs beside JavaFX in one process: JavaFX owns the windows, AWT takes pictures of the screen and reads the
/// clipboard. Nothing may set `java.awt.headless` to true in that process.
final class Display {
    private Display() {}

    /// Why there is no desktop, with the next step; empty if there is one.
    ///
    /// @param environment the environment variables
    static Optional<String> whyNone(Map<String, String> environment) {
        try {
            if (GraphicsEnvironment.isHeadless()) {
                return Optional.of(headless(environment));
            }
            GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices();
            Toolkit.getDefaultToolkit();
            return Optional.empty();
        } catch (AWTError _) {
            return Optional.of("the display %s does not respond: start Tessera from within the desktop session"
                    .formatted(environment.getOrDefault("DISPLAY", "of this session")));
        } catch (LinkageError _) {
            // A headless build of Java, or X11's libraries are missing.
            return Optional.of("this Java cannot reach the display: install a full Java (on Debian openjdk-25-jre, not"
                    + " -headless) with libxtst6, libxi6 and libxrender1");
        }
    }

    /// Whether the desktop itself asks the person before a program may see the screen.
    static boolean isWayland(Map<String, String> environment) {
        return "wayland".equals(environment.get("XDG_SESSION_TYPE")) || environment.containsKey("WAYLAND_DISPLAY");
    }

    private static String headless(Map<String, String> environment) {
        if (environment.containsKey("DISPLAY")) {
            return "this Java runs without a display: start it without java.awt.headless=true";
        }
        if (isWayland(environment)) {
            return "Java reaches this desktop only through XWayland, which is off: "
                    + "switch it on, so that DISPLAY is set";
        }
        return "there is no display: run Tessera in a desktop session";
    }
}
