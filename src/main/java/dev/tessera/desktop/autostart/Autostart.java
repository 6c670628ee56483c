package dev.tessera.desktop.autostart;

import dev.tessera.files.SmallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a vault's window starts, hidden, when the person logs in: a file of the Desktop Application Autostart
/// Specification. There is one such file; switching it on for another vault replaces it.
///
/// On Linux and the like alone. macOS and Windows have other ways, which are not tried.
public final class Autostart {
    private static final String NAME = "tessera.desktop";

    private final Path file;
    private final List<String> command;

    private Autostart(Path folder, List<String> command) {
        this.file = folder.resolve(NAME);
        this.command = command;
    }

    /// Empty where it is not supported: on another system, or if the program was not started by its launcher.
    ///
    /// @param vaultFile the vault that is to be opened
    public static Optional<Autostart> ofThisMachine(Path vaultFile) {
        return of(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home", "")),
                System.getProperty("tessera.launcher"),
                vaultFile);
    }

    /// @param launcher `-Dtessera.launcher`, which the launcher passes
    static Optional<Autostart> of(
            String system, Map<String, String> environment, Path home, @Nullable String launcher, Path vaultFile) {
        if (!system.startsWith("Linux") || launcher == null || !DesktopEntry.canStart(launcher)) {
            return Optional.empty();
        }
        var command = List.of(
                launcher, "--hidden", "--vault", vaultFile.toAbsolutePath().toString());
        return Optional.of(new Autostart(config(environment, home).resolve("autostart"), command));
    }

    /// The XDG Base Directory Specification: a relative path is to be ignored.
    private static Path config(Map<String, String> environment, Path home) {
        try {
            var named = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
            return named.isAbsolute() ? named : home.resolve(".config");
        } catch (InvalidPathException _) {
            return home.resolve(".config");
        }
    }

    /// Whether the next log-in starts this program with this vault. One that was moved, or that the desktop's own
    /// settings have switched off, is not started.
    public boolean isOn() {
        try {
            var text = Files.readString(file);
            return DesktopEntry.find(text, "Exec").equals(Optional.of(DesktopEntry.exec(command)))
                    && DesktopEntry.find(text, "Hidden").filter("true"::equals).isEmpty()
                    && DesktopEntry.find(text, "X-GNOME-Autostart-enabled")
                            .filter("false"::equals)
                            .isEmpty();
        } catch (IOException _) {
            return false; // mostly because there is no such file; a desktop cannot read it either
        }
    }

    /// Starts it from the next log-in on.
    ///
    /// @throws IOException if the file cannot be written; then all is as it was
    public void switchOn() throws IOException {
        SmallFile.replace(file, DesktopEntry.text("Tessera", command));
    }

    /// Starts it no more.
    ///
    /// @throws IOException if the file cannot be removed
    public void switchOff() throws IOException {
        Files.deleteIfExists(file);
    }
}
