package dev.tessera.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/// What stands on the command line without belonging to a command: links for the window and its vault, as desktops hand
/// them over, or mistakes. Each mistake is found before anything is done.
final class WindowLinks implements IExecutionStrategy {
    static final String HINT =
            "give the window links alone that begin with otpauth: or otpauth-migration:, or one file that ends with .tessera";

    private static final List<String> SCHEMES = List.of("otpauth:", "otpauth-migration:");

    @Override
    public int execute(ParseResult parsed) {
        var given = parsed.matchedPositionals().stream()
                .flatMap(positional -> positional.originalStringValues().stream())
                .toList();
        var command = parsed.commandSpec().commandLine();
        // A link before a command is no argument of that command: it would be dropped without a word.
        var wrong = given.stream()
                .filter(argument -> parsed.hasSubcommand() || !(isLink(argument) || isVault(argument)))
                .toList();
        if (!wrong.isEmpty()) {
            throw new UnmatchedArgumentException(command, wrong);
        }
        return new RunLast().execute(parsed);
    }

    /// Whether it is the path or the `file:` address of a vault, by its name alone.
    static boolean isVault(String argument) {
        return argument.toLowerCase(Locale.ROOT).endsWith(".tessera");
    }

    /// The file of a path or a `file:` address.
    ///
    /// @throws IllegalArgumentException if it is neither
    static Path vault(String argument) {
        return argument.toLowerCase(Locale.ROOT).startsWith("file:")
                ? Path.of(URI.create(argument))
                : Path.of(argument);
    }

    /// Whether the window takes it. What is in it, the window tells.
    static boolean isLink(String argument) {
        var lower = argument.toLowerCase(Locale.ROOT);
        return SCHEMES.stream().anyMatch(lower::startsWith) && argument.chars().noneMatch(Character::isISOControl);
    }
}
