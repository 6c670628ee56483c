package dev.tessera.cli;

import java.io.IOException;
import java.util.List;

/// The program, started with a command line: the window at once, all else by its commands.
///
/// A window waits for no class of picocli, and not for the search of one: so nothing here may name [TesseraCommand] but
/// the call of it.
public final class Program {
    private Program() {}

    /// Runs one command line.
    ///
    /// @return the exit code, as docs/command-line.md tells it
    public static int run(String[] arguments, Surroundings surroundings) {
        var window = WindowStart.of(List.of(arguments));
        return window.isPresent() ? open(window.get(), surroundings) : TesseraCommand.run(arguments, surroundings);
    }

    private static int open(WindowStart window, Surroundings surroundings) {
        try {
            return window.open(surroundings);
        } catch (Failure | IOException | RuntimeException e) {
            return new Trouble(new Output(surroundings.terminal())).tell(e);
        }
    }
}
