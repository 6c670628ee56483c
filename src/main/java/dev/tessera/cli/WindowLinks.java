package dev.tessera.cli;

import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/// What stands on the command line without belonging to a command: links for the window and its vault, as desktops hand
/// them over, or mistakes. Each mistake is found before anything is done.
final class WindowLinks implements IExecutionStrategy {
    static final String HINT =
            "give the window only links that begin with otpauth: or otpauth-migration:, or one file that ends in "
                    + ".tessera";

    @Override
    public int execute(ParseResult parsed) {
        var given = parsed.matchedPositionals().stream()
                .flatMap(positional -> positional.originalStringValues().stream())
                .toList();
        var command = parsed.commandSpec().commandLine();
        // A link before a command is no argument of that command: it would be dropped without a word.
        var wrong = given.stream()
                .filter(argument ->
                        parsed.hasSubcommand() || !(WindowStart.isLink(argument) || WindowStart.isVault(argument)))
                .toList();
        if (!wrong.isEmpty()) {
            throw new UnmatchedArgumentException(command, wrong);
        }
        return new RunLast().execute(parsed);
    }
}
