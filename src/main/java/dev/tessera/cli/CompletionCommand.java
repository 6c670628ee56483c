package dev.tessera.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tessera completion`
@Command(
        name = "completion",
        description = "Print the script that lets a shell complete the commands and options of tessera.",
        footer = {
            "",
            "bash, in ~/.bashrc:                  source <(tessera completion bash)",
            "zsh, in ~/.zshrc after compinit:     source <(tessera completion zsh)",
            "fish, in ~/.config/fish/config.fish: tessera completion fish | source"
        })
final class CompletionCommand implements Callable<Integer> {
    /// The shells that are known.
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    private final Surroundings surroundings;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private String shell = "";

    @Spec
    private CommandSpec command = CommandSpec.create(); // picocli puts the real one here

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Failure {
        var known = Arrays.stream(Shell.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(shell))
                .findFirst()
                .orElseThrow(
                        () -> new Failure(ExitCode.USAGE, "this shell is not supported", "choose bash, zsh or fish"));
        surroundings.terminal().out().print(script(known, command.root()));
        surroundings.terminal().out().flush();
        return ExitCode.DONE.number();
    }

    /// @param tessera the command itself
    static String script(Shell shell, CommandSpec tessera) {
        return switch (shell) {
            case BASH -> BashCompletion.of(ShellWords.of(tessera));
            case ZSH -> ZshCompletion.of(ShellWords.of(tessera));
            case FISH -> FishCompletion.of(tessera);
        };
    }
}
