package dev.tessera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `tessera try`
@Command(
        name = "try",
        description = {
            "Try Tessera out: the window with a vault of its own, and the demo login server in the browser.",
            "Without a display, it goes through the whole process by itself, and reports each step."
        })
final class TryCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--pictures",
            paramLabel = "FOLDER",
            description = "Where to save pictures of the steps, without a display.")
    private @Nullable Path pictures;

    TryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return surroundings.launchers().trial().start(Optional.ofNullable(pictures), surroundings.terminal());
    }
}
