package dev.tessera.cli;

import dev.tessera.cli.Launchers.WindowRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A command line that opens the window.
///
/// @param vault as `--vault` says; empty without
/// @param hidden whether it is to be left to the tray
/// @param given links for the window, and the file of a vault, as desktops hand them over
record WindowStart(Optional<Path> vault, boolean hidden, List<String> given) {
    private static final List<String> SCHEMES = List.of("otpauth:", "otpauth-migration:");
    private static final String HIDDEN = "--hidden";
    private static final String VAULT = "--vault";

    /// Reads a command line that is nothing else, without picocli: a window would wait longest for its classes. Empty
    /// for every other, and for every mistake, which picocli tells.
    static Optional<WindowStart> of(List<String> arguments) {
        var vault = Optional.<Path>empty();
        boolean hidden = false;
        var given = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            boolean hasValue = i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("-");
            if (argument.equals(HIDDEN) && !hidden) {
                hidden = true;
            } else if (argument.equals(VAULT) && hasValue && vault.isEmpty()) {
                i++;
                vault = path(arguments.get(i));
                if (vault.isEmpty()) {
                    return Optional.empty();
                }
            } else if (isLink(argument) || isVault(argument)) {
                given.add(argument);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new WindowStart(vault, hidden, List.copyOf(given)));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException _) { // for picocli to tell
            return Optional.empty();
        }
    }

    /// Whether the window takes it. What is in it, the window tells.
    static boolean isLink(String argument) {
        var lower = argument.toLowerCase(Locale.ROOT);
        return SCHEMES.stream().anyMatch(lower::startsWith) && argument.chars().noneMatch(Character::isISOControl);
    }

    /// Whether it is the path or the `file:` address of a vault, by its name alone.
    static boolean isVault(String argument) {
        return !argument.startsWith("-") && argument.toLowerCase(Locale.ROOT).endsWith(".tessera");
    }

    int open(Surroundings surroundings) throws Failure, IOException {
        var links = given.stream().filter(WindowStart::isLink).toList();
        var files = given.stream().filter(argument -> !isLink(argument)).toList();
        if (hidden && !links.isEmpty()) {
            throw new Failure(ExitCode.USAGE, "--hidden is given with a link", "leave it out: a link needs the window");
        }
        var file = windowVault(files, surroundings);
        return surroundings.launchers().window().open(new WindowRequest(file, links, hidden));
    }

    /// The vault given as an argument is there: only `--vault` makes a new one.
    private Path windowVault(List<String> files, Surroundings surroundings) throws Failure {
        if (files.isEmpty()) {
            return vault.orElseGet(() -> VaultLocation.usual(surroundings.machine()));
        }
        if (files.size() > 1 || vault.isPresent()) {
            throw new Failure(ExitCode.USAGE, "several vaults are given", "give one: each window has one vault");
        }
        try {
            var file = file(files.getFirst());
            if (Files.exists(file)) {
                return file;
            }
        } catch (IllegalArgumentException _) { // no file of this computer either
        }
        throw new Failure(
                ExitCode.VAULT_UNUSABLE,
                "there is no vault at " + files.getFirst(),
                "check the path; --vault FILE makes a new vault");
    }

    /// The file of a path or a `file:` address.
    ///
    /// @throws IllegalArgumentException if it is neither
    private static Path file(String argument) {
        return argument.toLowerCase(Locale.ROOT).startsWith("file:")
                ? Path.of(URI.create(argument))
                : Path.of(argument);
    }
}
