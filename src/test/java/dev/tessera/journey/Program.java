package dev.tessera.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The packaged program, run as a person runs it.
record Program(Path vault, Path passphraseFile, Map<String, String> environment) {
    static final Path LAUNCHER = Path.of(System.getProperty("tessera.target", "target"), "tessera", "bin", "tessera");

    /// With the environment of the test.
    Program(Path vault, Path passphraseFile) {
        this(vault, passphraseFile, Map.of());
    }

    /// Runs to the end, within two minutes.
    Result run(String... arguments) throws Exception {
        var process = start(arguments);
        process.getOutputStream().close();
        var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running after two minutes: " + List.of(arguments));
        }
        return new Result(process.exitValue(), out.join().strip(), err.join().strip());
    }

    /// Starts it and leaves it running.
    Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--vault", vault.toString(), "--passphrase-file", passphraseFile.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    record Result(int status, String out, String err) {}
}
