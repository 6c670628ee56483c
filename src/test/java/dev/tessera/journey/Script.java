package dev.tessera.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a person types and what they get, as a text:
///
///     == the name of the script
///     $ arguments of a run; FILE is in the home folder, 'several words' are one
///     < a line of standard input
///     | a line of standard output; all of them are told, and … stands for anything
///     2 a line that standard error has, among others
///     = the exit code
///
/// `$` is given the passphrase in a file, `%` is not. Each script begins with the same home folder; its runs
/// follow each other in it. A line with `#` is a comment.
record Script(String name, List<Run> runs) {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /// One run of the program.
    ///
    /// @param line as written
    /// @param withPassphrase whether it is given the passphrase in a file
    record Run(
            String line,
            boolean withPassphrase,
            List<String> input,
            List<String> output,
            List<String> errors,
            List<Integer> exitCodes) {
        Run(String line) {
            this(
                    line.substring(2),
                    line.startsWith("$"),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        List<String> arguments() {
            return WORD.matcher(line)
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .toList();
        }

        int exitCode() {
            if (exitCodes.size() != 1) {
                throw new AssertionError("a run tells one exit code: " + line);
            }
            return exitCodes.getFirst();
        }
    }

    static List<Script> all(String text) {
        var scripts = new ArrayList<Script>();
        for (var line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("== ")) {
                scripts.add(new Script(line.substring(3), new ArrayList<>()));
            } else {
                scripts.getLast().take(line);
            }
        }
        return scripts;
    }

    private void take(String line) {
        var rest = line.length() < 2 ? "" : line.substring(2);
        switch (line.charAt(0)) {
            case '$', '%' -> runs.add(new Run(line));
            case '<' -> runs.getLast().input().add(rest);
            case '|' -> runs.getLast().output().add(rest);
            case '2' -> runs.getLast().errors().add(rest);
            case '=' -> runs.getLast().exitCodes().add(Integer.valueOf(rest.strip()));
            default -> throw new AssertionError("no line of a script: " + line);
        }
    }

    /// What a line is to look like, as a regular expression.
    static String pattern(String expected) {
        return List.of(expected.split("…", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
