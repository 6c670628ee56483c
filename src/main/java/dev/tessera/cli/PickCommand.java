package dev.tessera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `tessera pick`
@Command(
        name = "pick",
        description = "Show a small search field above all windows; Enter copies the code of the account found.",
        footer = {
            "",
            "The window or tessera agent must have the vault open. Escape, or a click elsewhere, closes the field. The",
            "code is cleared from the clipboard after the time set in the window's settings; then the command ends.",
            "It is meant to be assigned to a keyboard shortcut of the desktop."
        })
final class PickCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--vault",
            paramLabel = "FILE",
            description = "The vault to search; otherwise the one in TESSERA_VAULT, otherwise your default one.")
    private @Nullable Path vault;

    @Spec
    private CommandSpec command = CommandSpec.create(); // picocli puts the real one here

    PickCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var file = vault != null ? vault : VaultOptions.usual(command, surroundings);
        return surroundings.launchers().pick().open(file);
    }
}
