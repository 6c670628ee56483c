package dev.tessera.walk;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/// The person's own browser.
final class Browser {
    private Browser() {}

    /// Asks the system to open it. Where that fails, nothing happens: the address is told in text as well.
    static void open(URI address) {
        var command = command(System.getProperty("os.name", ""), address.toString());
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            // No such program: the person opens the address by hand.
        }
    }

    static List<String> command(String system, String address) {
        if (system.startsWith("Windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(system.startsWith("Mac") ? "open" : "xdg-open", address);
    }
}
