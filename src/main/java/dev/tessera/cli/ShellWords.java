package dev.tessera.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/// What can follow each command on a command line.
///
/// @param below by the command's whole name, such as `tessera vault`
record ShellWords(Map<String, Following> below) {

    /// @param commands with what they do
    /// @param options with what they do, in all their spellings
    record Following(Map<String, String> commands, Map<String, String> options) {}

    static ShellWords of(CommandSpec tessera) {
        var all = new LinkedHashMap<String, Following>();
        collect(tessera, all);
        return new ShellWords(all);
    }

    private static void collect(CommandSpec command, Map<String, Following> all) {
        var commands = new LinkedHashMap<String, String>();
        command.subcommands()
                .forEach((name, inner) -> commands.put(
                        name, text(inner.getCommandSpec().usageMessage().description())));
        var options = new LinkedHashMap<String, String>();
        command.options()
                .forEach(option ->
                        List.of(option.names()).forEach(name -> options.put(name, text(option.description()))));
        all.put(command.qualifiedName(), new Following(commands, options));
        command.subcommands().values().forEach(inner -> collect(inner.getCommandSpec(), all));
    }

    /// The whole names of all commands but `tessera` itself.
    List<String> names() {
        var names = new ArrayList<>(below.keySet());
        names.removeFirst();
        return names;
    }

    private static String text(String[] description) {
        return String.join(" ", description);
    }
}
