package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way of a new person: make a vault, add, list, get a code.
class FirstStepsTest {
    @TempDir
    Path home;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = Desk.empty(home);
    }

    @Test
    void fromAnEmptyHomeToACode() throws IOException {
        assertThat(desk.unlocked("vault", "create", "--kdf-memory", "19", "--kdf-iterations", "1"))
                .satisfies(made -> assertThat(made.exitCode()).isZero())
                .satisfies(made -> assertThat(made.out()).isEqualTo("created: " + desk.vault + System.lineSeparator()));
        desk.terminal.pipe(Desk.PEXIP + "\n");
        assertThat(desk.unlocked("add", "-").out().strip()).isEqualTo("added: Pexip (ann@example.org)");
        assertThat(desk.unlocked("list").out().strip()).isEqualTo("Pexip (ann@example.org)");

        var code = desk.unlocked("code", "pexip");

        assertThat(code.exitCode()).isZero();
        assertThat(code.out()).isEqualTo("287082" + System.lineSeparator());
        assertThat(code.err())
                .isEqualTo("tessera: note: Pexip (ann@example.org), valid for 1 s" + System.lineSeparator());
    }

    @Test
    void theTextOfAPictureIsPrintedAsItIs() throws IOException {
        var picture = desk.picture("page.png", "any text");

        var scanned = desk.run("scan", "--raw", picture.toString());

        assertThat(scanned).isEqualTo(new Desk.Ended(0, "any text" + System.lineSeparator(), ""));
    }
}
