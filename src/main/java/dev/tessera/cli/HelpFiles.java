package dev.tessera.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/// Writes the manual pages and the completions of the shells where a system looks for them below its `share`. The
/// build runs it on the finished jar.
public final class HelpFiles {
    private HelpFiles() {}

    /// @param arguments the folder
    public static void main(String[] arguments) throws IOException {
        var nothing = new Launchers(_ -> 0, _ -> 0, (_, _) -> 0, (_, _) -> 0);
        write(
                Path.of(arguments[0]),
                TesseraCommand.commands(Surroundings.ofThisMachine(nothing, QuickCode.Ending.NOT_HERE)));
    }

    static void write(Path share, CommandLine tessera) throws IOException {
        var pages = Files.createDirectories(share.resolve("man/man1"));
        writePages(pages, tessera);
        var bash = Files.createDirectories(share.resolve("bash-completion/completions"));
        var zsh = Files.createDirectories(share.resolve("zsh/site-functions"));
        var fish = Files.createDirectories(share.resolve("fish/vendor_completions.d"));
        var command = tessera.getCommandSpec();
        Files.writeString(bash.resolve("tessera"), CompletionCommand.script(CompletionCommand.Shell.BASH, command));
        Files.writeString(zsh.resolve("_tessera"), CompletionCommand.script(CompletionCommand.Shell.ZSH, command));
        Files.writeString(
                fish.resolve("tessera.fish"), CompletionCommand.script(CompletionCommand.Shell.FISH, command));
    }

    private static void writePages(Path folder, CommandLine command) {
        try {
            var spec = command.getCommandSpec();
            Files.writeString(folder.resolve(ManPage.name(spec) + ".1"), ManPage.of(spec));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        command.getSubcommands().values().forEach(below -> writePages(folder, below));
    }
}
