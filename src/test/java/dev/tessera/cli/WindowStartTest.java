package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowStartTest {
    private static final String LINK = "otpauth://totp/a?secret=AA";

    @Test
    void nothingIsTheUsualVault() {
        assertThat(WindowStart.of(List.of())).contains(new WindowStart(Optional.empty(), false, List.of()));
    }

    @Test
    void whatOpensTheWindowIsRead() {
        assertThat(WindowStart.of(List.of("--vault", "a vault", "--hidden")))
                .contains(new WindowStart(Optional.of(Path.of("a vault")), true, List.of()));
        assertThat(WindowStart.of(List.of(LINK, "home.tessera", LINK)))
                .contains(new WindowStart(Optional.empty(), false, List.of(LINK, "home.tessera", LINK)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "--version",
                "--help",
                "--vault",
                "--vault --hidden",
                "--vault a --vault b",
                "--hidden --hidden",
                "nothing",
                "--vault a list",
                "-x.tessera",
                "--vault a\0b",
                "--"
            })
    void anythingElseIsForTheCommands(String line) {
        assertThat(WindowStart.of(List.of(line.split(" ")))).isEmpty();
    }
}
