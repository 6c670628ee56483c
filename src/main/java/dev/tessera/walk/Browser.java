package dev.tessera.walk;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// The person's own browser.
final class Browser {
    /// The desktop's own choice first, then Debian's, then whatever is there.
    private static final List<String> ON_LINUX =
            List.of("xdg-open", "x-www-browser", "firefox", "firefox-esr", "chromium", "google-chrome");

    private Browser() {}

    /// Asks the system to open it. Where that fails, nothing happens: the address is told in text as well.
    static void open(URI address) {
        var command = command(System.getProperty("os.name", ""), address.toString(), Browser::isOnPath);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            // No such program: the person opens the address by hand.
        }
    }

    /// @param isThere whether a program of that name can be run
    static List<String> command(String system, String address, Predicate<String> isThere) {
        if (system.startsWith("Windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        if (system.startsWith("Mac")) {
            return List.of("open", address);
        }
        return List.of(ON_LINUX.stream().filter(isThere).findFirst().orElse(ON_LINUX.getFirst()), address);
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
