package dev.tessera.cli;

import java.util.Map;

/// What a command tells: results on standard output, everything else on standard error.
final class Output {
    private final Terminal terminal;

    Output(Terminal terminal) {
        this.terminal = terminal;
    }

    /// A line of the result.
    void line(String text) {
        terminal.out().println(text);
        terminal.out().flush();
    }

    /// A JSON object of the result, on one line.
    void object(Map<String, ?> fields) {
        line(Json.line(fields));
    }

    /// Something good to know.
    void note(String text) {
        terminal.err().println("tessera: note: " + text);
    }

    /// Something to be put right some time.
    void warning(String problem, String hint) {
        tell("warning", problem, hint);
    }

    /// Why it did not work.
    void error(String problem, String hint) {
        tell("error", problem, hint);
    }

    private void tell(String kind, String problem, String hint) {
        terminal.err().println("tessera: " + kind + ": " + problem);
        if (!hint.isEmpty()) {
            terminal.err().println("tessera: hint: " + hint);
        }
        terminal.err().flush();
    }
}
