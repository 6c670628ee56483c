package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PickCommandTest {
    @TempDir
    private Path home;

    @Test
    void itShowsTheSearchOfTheVaultThatIsMeant() throws IOException {
        var desk = Desk.with(home, Desk.PEXIP);
        var other = home.resolve("other.tessera");
        assertThat(desk.run("pick", "--vault", other.toString()).exitCode()).isZero();
        assertThat(desk.run("--vault", other.toString(), "pick").exitCode()).isZero();
        desk.environment.put("TESSERA_VAULT", desk.vault.toString());
        assertThat(desk.run("pick").exitCode()).isZero();
        assertThat(desk.launched).containsExactly(other, other, desk.vault);
    }

    @Test
    void itTakesNoWords() throws IOException {
        var ended = Desk.with(home, Desk.PEXIP).run("pick", "github");
        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE.number());
    }
}
