package dev.tessera.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Where the vault lies when no `--vault` says so: `TESSERA_VAULT`, else the place that each system has for
/// a person's data.
final class VaultLocation {
    private static final String NAME = "vault.tessera";

    private VaultLocation() {}

    static Path usual(Machine machine) {
        // No lambdas: a code that is asked for waits for each class that is loaded.
        var named = variable(machine, "TESSERA_VAULT");
        return named.isPresent() ? named.get() : ofSystem(machine);
    }

    private static Path ofSystem(Machine machine) {
        var system = machine.system().toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return absolute(machine, "APPDATA")
                    .orElse(machine.home().resolve("AppData").resolve("Roaming"))
                    .resolve("Tessera")
                    .resolve(NAME);
        }
        if (system.startsWith("mac")) {
            return machine.home()
                    .resolve("Library")
                    .resolve("Application Support")
                    .resolve("Tessera")
                    .resolve(NAME);
        }
        return absolute(machine, "XDG_DATA_HOME")
                .orElse(machine.home().resolve(".local").resolve("share"))
                .resolve("tessera")
                .resolve(NAME);
    }

    /// The XDG Base Directory Specification: a relative path is to be ignored.
    private static Optional<Path> absolute(Machine machine, String name) {
        var path = variable(machine, name);
        return path.isPresent() && path.get().isAbsolute() ? path : Optional.empty();
    }

    private static Optional<Path> variable(Machine machine, String name) {
        try {
            var value = machine.environment().get(name);
            return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
