package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A variable that a script has not set means no account, though the vault holds but one.
class BlankQueryTest extends AtADesk {
    private static final List<List<String>> BLANK =
            List.of(List.of(""), List.of(" \t"), List.of("", "\u00a0"), List.of("\u0301"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm",
                "restore",
                "qr",
                "explain",
                "edit --pin",
                "code",
                "code --watch",
                "code --copy",
                "list",
                "list --bin",
                "export --format uri_list -o -",
                "export --format uri_list --losses"
            })
    void isRefusedBeforeAnybodyIsAskedForAPassphrase(String command) {
        byte[] before = desk.vaultBytes();
        for (var words : BLANK) {
            desk.terminal.type(Desk.PASSPHRASE);
            var terminal = desk.terminal;
            var refused = desk.run(
                    Stream.concat(Stream.of(command.split(" ")), words.stream()).toArray(String[]::new));
            assertThat(refused.exitCode()).as("%s", words).isEqualTo(ExitCode.USAGE.number());
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).contains("tessera: error: QUERY is blank", "tessera: hint: ");
            assertThat(terminal.questions).isEmpty();
        }
        assertThat(desk.vaultBytes()).isEqualTo(before);
        assertThat(desk.clipboard.history).isEmpty();
    }

    @Test
    void noWordsAtAllMeanAll() {
        assertThat(desk.unlocked("list").outLines()).hasSize(1);
        assertThat(desk.unlocked("code").out().strip()).isEqualTo("287082");
        assertThat(desk.unlocked("code", "", "pexip").out().strip()).isEqualTo("287082");
    }
}
