package dev.tessera;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the launcher scripts tell by `-Dtessera.state` and `-Dtessera.config`, for the programs of Windows and macOS
/// that jpackage makes: those cannot read the environment. They tell where they lie, by `-Djpackage.app-path`.
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
                ? folder(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                : folder(environment.get("XDG_STATE_HOME"), home.resolve(".local/state"));
        var config = isWindows
                ? folder(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                : folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"));
        var name = isWindows ? "Tessera" : "tessera";
        return Map.of(
                "tessera.state", state.resolve(name).toString(),
                "tessera.config", config.resolve(name).toString());
    }

    private static Path folder(@Nullable String named, Path usual) {
        return named == null || named.isEmpty() ? usual : Path.of(named);
    }
}
