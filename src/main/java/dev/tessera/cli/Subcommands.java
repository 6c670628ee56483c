package dev.tessera.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// What `tessera` can be told to do, by name. Telling picocli of all of it takes longer than the rest of a start, so
/// that a command line makes only what it can mean.
final class Subcommands {
    private static final Map<String, Function<Surroundings, Object>> ALL = all();

    private Subcommands() {}

    private static Map<String, Function<Surroundings, Object>> all() {
        var commands = new LinkedHashMap<String, Function<Surroundings, Object>>();
        commands.put("scan", ScanCommand::new);
        commands.put("add", AddCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("list", ListCommand::new);
        commands.put("code", CodeCommand::new);
        commands.put("pick", PickCommand::new);
        commands.put("edit", EditCommand::new);
        commands.put("rm", RemoveCommand::new);
        commands.put("restore", RestoreCommand::new);
        commands.put("tags", TagsCommand::new);
        commands.put("qr", QrCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("clock", ClockCommand::new);
        commands.put("agent", AgentCommand::new);
        commands.put("lock", LockCommand::new);
        commands.put("vault", Subcommands::ofVault);
        commands.put("demo", DemoCommand::new);
        commands.put("try", TryCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    private static CommandLine ofVault(Surroundings surroundings) {
        return new CommandLine(new VaultCommand())
                .addSubcommand(new VaultCreateCommand(surroundings))
                .addSubcommand(new VaultPassphraseCommand(surroundings))
                .addSubcommand(new VaultVerifyCommand(surroundings))
                .addSubcommand(new VaultBackupsCommand(surroundings))
                .addSubcommand(new VaultRestoreCommand(surroundings))
                .addSubcommand(new VaultMergeCommand(surroundings))
                .addSubcommand(new VaultRecoveryKeyCommand(surroundings));
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    /// Those that stand somewhere in a command line; all for one that asks for help or what a shell may complete, and
    /// for
    /// one without any, so that a mistake is told with all commands in mind.
    static Set<String> meantBy(List<String> arguments) {
        if (arguments.stream().anyMatch(Set.of("--help", "-h", "completion")::contains)) {
            return names();
        }
        var named = arguments.stream().filter(ALL::containsKey).collect(Collectors.toSet());
        return named.isEmpty() ? names() : named;
    }

    /// Makes those named and adds them, in the order in which help tells them.
    static void add(Set<String> names, CommandLine tessera, Surroundings surroundings) {
        ALL.forEach((name, command) -> {
            if (names.contains(name)) {
                tessera.addSubcommand(name, command.apply(surroundings));
            }
        });
    }
}
