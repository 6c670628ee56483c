package dev.tessera.cli;

import dev.tessera.cli.Launchers.DemoRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tessera demo`
@Command(name = "demo", description = "Start the demo login side on this computer, for trying Tessera out.")
final class DemoCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;
    private static final int LONGEST_ISSUER = 64;

    private final Surroundings surroundings;

    @Option(names = "--port", paramLabel = "PORT", description = "Where it listens; otherwise any free port.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where it keeps its data; otherwise in a temporary folder, removed at the end.")
    private @Nullable Path data;

    @Option(names = "--issuer", paramLabel = "NAME", description = "The name in its QR codes; otherwise Pexip Demo.")
    private @Nullable String issuer;

    @Mixin
    private final JsonOption json = new JsonOption();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Failure, IOException {
        if (port < 0 || port > MAX_PORT) {
            throw new Failure(ExitCode.USAGE, "--port is " + port, "it must be 0 to " + MAX_PORT);
        }
        if (issuer != null && (issuer.isBlank() || issuer.length() > LONGEST_ISSUER || issuer.contains(":"))) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--issuer is no name for a QR code",
                    "it must be 1 to " + LONGEST_ISSUER + " characters without a colon");
        }
        var request = new DemoRequest(port, Optional.ofNullable(data), Optional.ofNullable(issuer), json.isGiven());
        return surroundings.launchers().demo().start(request, surroundings.terminal());
    }
}
