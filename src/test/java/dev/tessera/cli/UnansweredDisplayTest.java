package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.Main;
import dev.tessera.vault.file.OtherJvm;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole program where the environment names a display that does not answer, as after `su`, or in a shell that has
/// outlived its session.
class UnansweredDisplayTest extends AtADesk {
    private static final String NO_DISPLAY = ":9977";

    @Test
    void picturesAreWrittenAndReadWithoutIt() throws Exception {
        var picture = home.resolve("code.png").toString();
        var written = run("qr", "pexip", "-o", picture, "--passphrase-file", desk.passphraseFile.toString());
        assertThat(written.exitCode()).as(written.err()).isZero();
        var read = run("scan", "--raw", picture);
        assertThat(read.exitCode()).as(read.err()).isZero();
        assertThat(read.out()).contains(Desk.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan --screen", "scan --clipboard", "code pexip --copy"})
    void whatNeedsItSaysSo(String line) throws Exception {
        var ended = run(Stream.concat(
                        Stream.of(line.split(" ")),
                        line.startsWith("code")
                                ? Stream.of("--passphrase-file", desk.passphraseFile.toString())
                                : Stream.empty())
                .toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.FAILED.number());
        assertThat(ended.err())
                .containsAnyOf("the display :9977 does not respond", "without a desktop")
                .contains("tessera: hint: ")
                .doesNotContain("Exception", "AWTError", "\tat ");
    }

    private Desk.Ended run(String... arguments) throws IOException, InterruptedException {
        var builder = OtherJvm.prepared(
                List.of(
                        "-Dtessera.config=" + home.resolve("config"),
                        "-Dtessera.state=" + home.resolve("state"),
                        "--enable-native-access=ALL-UNNAMED"),
                Main.class,
                arguments);
        builder.environment().put("DISPLAY", NO_DISPLAY);
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        builder.environment().put("TESSERA_VAULT", desk.vault.toString());
        builder.environment().keySet().removeAll(List.of("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"));
        var process = builder.start();
        process.getOutputStream().close();
        return Desk.Ended.of(process);
    }
}
