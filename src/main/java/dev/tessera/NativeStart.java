package dev.tessera;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the launcher scripts tell by `-Dtessera.state` and `-Dtessera.config`, for the programs of Windows and macOS
/// that
/// jpackage makes: those cannot read the environment. They tell where they lie, by `-Djpackage.app-path`.
final class NativeStart {
    private NativeStart() {}

    /// @param started the properties that the program was started with
    /// @return those to be added; none where a script started it
    static Map<String, String> missing(Map<String, String> started, Map<String, String> environment) {
        if (!started.containsKey("jpackage.app-path") || started.containsKey("tessera.state")) {
            return Map.of();
        }
        var home = Path.of(started.getOrDefault("user.home", ""));
        boolean isWindows = started.getOrDefault("os.name", "").startsWith("Windows");
        var state = isWindows
                ? folder(environment, "LOCALAPPDATA")
                        .orElse(home.resolve("AppData/Local"))
                        .resolve("Tessera")
                : folder(environment, "XDG_STATE_HOME")
                        .orElse(home.resolve(".local/state"))
                        .resolve("tessera");
        var config = isWindows
                ? folder(environment, "APPDATA")
                        .orElse(home.resolve("AppData/Roaming"))
                        .resolve("Tessera")
                : folder(environment, "XDG_CONFIG_HOME")
                        .orElse(home.resolve(".config"))
                        .resolve("tessera");
        return Map.of("tessera.state", state.toString(), "tessera.config", config.toString());
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }
}
