package dev.tessera.walk;

import dev.tessera.demo.DemoOptions;
import dev.tessera.demo.DemoServer;
import dev.tessera.desktop.DesktopApp;
import dev.tessera.desktop.FxToolkit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tessera on trial: a vault and a login side that are gone afterwards. The person's own vault is not touched.
public final class Trial {
    private static final String VAULT = "trial.tessera";

    private final PrintStream out;

    private Trial(PrintStream out) {
        this.out = out;
    }

    /// With a display, opens the window and the login side beside it and stays until the window is closed;
    /// without one, walks the whole way by itself.
    ///
    /// @param pictures where the walk leaves pictures of its steps; empty for none
    /// @param out where each step is told
    /// @throws IOException if a library is missing, the login side cannot start, or a step of the walk fails,
    ///     in sentences for a person
    public static void run(Optional<Path> pictures, PrintStream out) throws IOException {
        var trial = new Trial(out);
        var folder = Files.createTempDirectory("tessera-trial");
        try {
            if (hasDisplay(System.getProperty("os.name", ""), System.getenv())) {
                trial.together(folder);
            } else {
                trial.alone(folder, pictures);
            }
        } finally {
            remove(folder);
        }
    }

    /// Whether a window can be shown: Linux tells by its environment, the others always have one.
    static boolean hasDisplay(String system, Map<String, String> environment) {
        return !system.startsWith("Linux")
                || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                        .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }

    private void together(Path folder) throws IOException {
        try (var server = DemoServer.start(DemoOptions.standard())) {
            var invitation = server.firstAccounts().orElseThrow().invitation();
            out.println("""
                    Tessera opens with an empty vault of its own, which is removed at the end.
                    The login side waits in your browser:

                        %s

                    Set a password there and log in. When the QR code is shown, press "Scan this screen" in
                    Tessera, and type its code into the page. Close Tessera's window to end the trial.""".formatted(invitation));
            out.flush();
            Browser.open(invitation);
            DesktopApp.run(folder.resolve(VAULT), List.of());
        }
    }

    private void alone(Path folder, Optional<Path> pictures) throws IOException {
        out.println("There is no display, so Tessera walks the whole way by itself.\n");
        FxToolkit.startHeadless();
        try (var loginSide = LoginSide.start();
                var window = new WalkedWindow(folder.resolve(VAULT))) {
            new Walk(loginSide, window, new WalkLog(out, pictures)).go();
        } finally {
            javafx.application.Platform.exit();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
