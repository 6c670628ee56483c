package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What persons and scripts get wrong: each is told, with the next step and its exit code, and the vault stays as it
/// is, byte for byte.
abstract class BadInput {
    @TempDir
    Path home;

    Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.with(home, Desk.GITHUB);
    }

    /// Runs the command, and checks all that holds for each refusal.
    void refuses(ExitCode exitCode, String problem, String hint, String... arguments) throws IOException {
        var vault = desk.vaultBytes();
        var files = files();
        var ended = desk.unlocked(arguments);
        assertThat(ended.err()).contains("tessera: error: ").contains(problem);
        assertThat(ended.err()).contains("tessera: hint: ").contains(hint);
        assertThat(ended.exitCode()).isEqualTo(exitCode.number()).isNotZero();
        assertThat(ended.out()).as("standard output").isEmpty();
        assertThat(desk.vaultBytes()).as("the vault").isEqualTo(vault);
        assertThat(files()).as("nothing was written beside it").isEqualTo(files);
        assertThat(ended.err())
                .as("no secret is told")
                .doesNotContain(Desk.SECRET)
                .doesNotContain(Desk.SECRET.substring(0, 12))
                .doesNotContain(Desk.PASSPHRASE);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.sorted().toList();
        }
    }
}
