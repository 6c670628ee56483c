package dev.tessera.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `tessera vault`, which has only commands below it.
@Command(
        name = "vault",
        description = "Create the vault, change its passphrase, make a recovery key, verify it, restore a backup, "
                + "merge copies.")
final class VaultCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create(); // picocli puts the real one here

    @Override
    public Integer call() throws Failure {
        throw new Failure(
                ExitCode.USAGE,
                "a command is missing after tessera vault",
                String.join(", ", command.subcommands().keySet()));
    }
}
