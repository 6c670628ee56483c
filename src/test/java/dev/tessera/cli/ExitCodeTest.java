package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Scripts rely on the numbers.
class ExitCodeTest {
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| `([A-Z_]+)` \\| (.*) \\|$", Pattern.MULTILINE);

    @Test
    void thePageTellsEachOfThem() throws IOException {
        var page = Files.readString(Path.of("docs", "command-line.md"));
        var told = ROW.matcher(page).results().map(row -> row.group(2) + " " + row.group(1) + " " + row.group(3));
        assertThat(told)
                .containsExactlyElementsOf(Arrays.stream(ExitCode.values())
                        .map(code -> code.name() + " " + code.number() + " " + code.meaning())
                        .toList());
    }

    @Test
    void thePageTellsEachCommandAndLongOption() throws IOException {
        var page = Files.readString(Path.of("docs", "command-line.md"));
        var help = new StringBuilder(helpOf());
        for (var command : new String[] {
            "scan",
            "add",
            "import",
            "list",
            "code",
            "edit",
            "rm",
            "restore",
            "tags",
            "qr",
            "agent",
            "lock",
            "demo",
            "try",
            "completion"
        }) {
            assertThat(page).contains("`tessera " + command);
            help.append(helpOf(command));
        }
        for (var command : new String[] {"create", "passphrase", "verify"}) {
            assertThat(page).contains("`tessera vault " + command);
        }
        var options = Pattern.compile("--[a-z][a-z-]+").matcher(help).results().map(option -> option.group());
        assertThat(options.filter(option -> !List.of("--help", "--version").contains(option))
                        .distinct()
                        .filter(option -> !page.contains(option)))
                .as("options that the page does not tell")
                .isEmpty();
    }

    private static String helpOf(String... command) throws IOException {
        var home = Files.createTempDirectory("tessera-help");
        try {
            var arguments = Stream.concat(Stream.of(command), Stream.of("--help"));
            var ended = Desk.empty(home).run(arguments.toArray(String[]::new));
            assertThat(ended.exitCode()).isZero();
            return ended.out();
        } finally {
            Files.delete(home.resolve("passphrase"));
            Files.delete(home);
        }
    }
}
