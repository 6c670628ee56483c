package dev.tessera.walk;

import dev.tessera.demo.DemoOptions;
import dev.tessera.demo.DemoServer;
import dev.tessera.desktop.DesktopApp;
import dev.tessera.desktop.FxToolkit;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;

/// Tessera on trial: a vault and a login side that are gone afterwards. The person's own vault is not touched.
public final class Trial {
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
        try (var end = new AtTheEnd()) {
            var vault = end.folder("tessera-trial").resolve("trial.tessera");
            if (hasDisplay(System.getProperty("os.name", ""), System.getenv())) {
                trial.together(vault, end);
            } else {
                trial.alone(vault, pictures, end);
            }
        }
    }

    /// Whether a window can be shown: Linux tells by its environment, the others always have one.
    static boolean hasDisplay(String system, Map<String, String> environment) {
        return !system.startsWith("Linux")
                || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                        .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }

    private void together(Path vault, AtTheEnd end) throws IOException {
        var server = DemoServer.start(DemoOptions.standard());
        end.add(server::close);
        var invitation = server.firstAccounts().orElseThrow().invitation();
        out.println("""
            Tessera opens with an empty vault of its own, which is removed at the end.
            The demo login server waits in your browser:

                %s

            Set a password there and log in. When the QR code is shown, press "Scan this screen" in
            Tessera, and type its code into the page. Close Tessera's window to end the trial.\
            """.formatted(invitation));
        out.flush();
        Browser.open(invitation);
        DesktopApp.runAtTheRight(vault);
    }

    private void alone(Path vault, Optional<Path> pictures, AtTheEnd end) throws IOException {
        out.println("There is no display, so Tessera goes through the whole process by itself.\n");
        FxToolkit.startHeadless();
        end.add(Platform::exit);
        var loginSide = LoginSide.start();
        end.add(loginSide::close);
        var window = new WalkedWindow(vault);
        end.add(window::close);
        new Walk(loginSide, window, new WalkLog(out, pictures)).go();
    }
}
