package dev.tessera.cli;

import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The completion of fish: one line for each command and option.
final class FishCompletion {
    private final StringBuilder script = new StringBuilder();

    private FishCompletion() {}

    static String of(CommandSpec tessera) {
        var completion = new FishCompletion();
        completion.script.append("# Completion of tessera for fish.\n");
        completion.line("-f"); // files only where an option takes one
        completion.describe(tessera, "__fish_use_subcommand");
        tessera.subcommands().forEach((name, command) -> {
            var group = command.getCommandSpec();
            var names = String.join(" ", group.subcommands().keySet());
            var within = "__fish_seen_subcommand_from " + name;
            var alone = names.isEmpty() ? within : within + "; and not __fish_seen_subcommand_from " + names;
            completion.describe(group, alone);
            group.subcommands()
                    .forEach((inner, below) -> completion.describe(
                            below.getCommandSpec(), within + "; and __fish_seen_subcommand_from " + inner));
        });
        return completion.script.toString();
    }

    private void describe(CommandSpec command, String where) {
        command.subcommands()
                .forEach((name, below) ->
                        line("-n " + quoted(where) + " -a " + name + " -d " + quoted(summary(below.getCommandSpec()))));
        for (var option : command.options()) {
            line("-n " + quoted(where) + names(option) + argument(option) + " -d "
                    + quoted(String.join(" ", option.description())));
        }
        if (command.positionalParameters().stream().anyMatch(parameter -> takesFile(parameter.type()))
                || takesFile(command)) {
            line("-n " + quoted(where) + " -F");
        }
    }

    /// Pictures, exports and copies are lists of texts or of files.
    private static boolean takesFile(CommandSpec command) {
        return command.positionalParameters().stream()
                .anyMatch(parameter -> Set.of("FILE", "COPY").contains(parameter.paramLabel()));
    }

    private static boolean takesFile(Class<?> type) {
        return Path.class.isAssignableFrom(type);
    }

    private static String names(OptionSpec option) {
        var names = new StringBuilder();
        for (var name : option.names()) {
            names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        return names.toString();
    }

    private static String argument(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        return takesFile(option.type()) ? " -r -F" : " -x";
    }

    private static String summary(CommandSpec command) {
        return String.join(" ", command.usageMessage().description());
    }

    private void line(String rest) {
        script.append("complete -c tessera ").append(rest).append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
