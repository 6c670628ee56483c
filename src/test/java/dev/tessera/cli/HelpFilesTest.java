package dev.tessera.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.scan.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Manual pages by man, completions by the shells themselves.
class HelpFilesTest {
    @TempDir
    private Path share;

    @BeforeEach
    void write() throws IOException {
        HelpFiles.main(new String[] {share.toString()});
    }

    @Test
    void eachCommandHasAPage() {
        assertThat(pages())
                .contains("tessera.1", "tessera-code.1", "tessera-vault.1", "tessera-vault-recovery-key.1")
                .hasSizeGreaterThan(20);
    }

    @Test
    void manReadsThemWithoutAWarning() throws Exception {
        Tools.need("man", "Debian's package man-db");
        for (var page : pages()) {
            var shown = run(
                    "man",
                    "--warnings=w",
                    "-l",
                    share.resolve("man/man1/" + page).toString());
            assertThat(shown.err()).as(page).isEmpty();
            assertThat(shown.out()).as(page).contains("NAME", "SYNOPSIS", "DESCRIPTION", "EXIT STATUS");
        }
    }

    @Test
    void aPageTellsWhatHelpTells() throws IOException {
        var page = Files.readString(share.resolve("man/man1/tessera-code.1"));
        assertThat(page)
                .contains(".TH \"TESSERA\\-CODE\" 1", ".B QUERY", ".B \\-\\-watch", ".B \\-\\-vault FILE", ".B 70")
                .contains("Example: tessera code pexip | xclip");
    }

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        Tools.need("bash", "Debian's package bash");
        assertThat(bash("tessera", "co")).contains("code", "completion").doesNotContain("list");
        assertThat(bash("tessera", "vault", "re")).contains("restore", "recovery-key");
        assertThat(bash("tessera", "code", "--w")).containsExactly("--watch");
    }

    @Test
    void fishCompletesCommandsAndOptions() throws Exception {
        Tools.need("fish", "Debian's package fish");
        assertThat(fish("tessera co")).contains("code", "completion").doesNotContain("list");
        assertThat(fish("tessera vault re")).contains("restore", "recovery-key");
        assertThat(fish("tessera code --w")).containsExactly("--watch");
    }

    @Test
    void zshCompletesCommandsAndOptions() throws Exception {
        Tools.need("zsh", "Debian's package zsh");
        assertThat(zsh("tessera vault")).contains("restore:", "recovery-key:").doesNotContain("completion:");
        assertThat(zsh("tessera code")).contains("--watch:").doesNotContain("restore:");
        assertThat(zsh("tessera")).contains("code:", "completion:", "--hidden:");
    }

    @Test
    void theCommandPrintsTheSame(@TempDir Path home) throws IOException {
        var desk = Desk.empty(home);
        assertThat(desk.run("completion", "bash").out()).isEqualTo(Files.readString(bashScript()));
        assertThat(desk.run("completion", "zsh").out()).isEqualTo(Files.readString(zshScript()));
        assertThat(desk.run("completion", "fish").out())
                .isEqualTo(Files.readString(share.resolve("fish/vendor_completions.d/tessera.fish")));
        assertThat(desk.run("completion", "tcsh").exitCode()).isEqualTo(ExitCode.USAGE.number());
    }

    private List<String> bash(String... words) throws Exception {
        var quoted = String.join(" ", words);
        var script = "source " + bashScript() + "; COMP_WORDS=(" + quoted + "); COMP_CWORD=" + (words.length - 1)
                + "; COMP_LINE='" + quoted + "'; COMP_POINT=${#COMP_LINE}; _tessera"
                + "; printf '%s\\n' \"${COMPREPLY[@]}\"";
        return run("bash", "--norc", "-c", script)
                .out()
                .lines()
                .map(String::strip)
                .toList();
    }

    /// What it would offer: its own listing needs a screen.
    private String zsh(String line) throws Exception {
        var words = line.split(" ");
        var script = "compdef() {}; _files() {}; _describe() { print -rl -- ${(P)argv[-1]}; }; source " + zshScript()
                + "; words=(" + line + " ''); CURRENT=" + (words.length + 1) + "; _tessera";
        var ended = run("zsh", "-f", "-c", script);
        assertThat(ended.err()).isEmpty();
        return ended.out();
    }

    private Path zshScript() {
        return share.resolve("zsh/site-functions/_tessera");
    }

    private List<String> fish(String line) throws Exception {
        var script =
                "source " + share.resolve("fish/vendor_completions.d/tessera.fish") + "; complete -C '" + line + "'";
        return run("fish", "--no-config", "-c", script)
                .out()
                .lines()
                .map(shown -> shown.split("\t")[0])
                .toList();
    }

    private Path bashScript() {
        return share.resolve("bash-completion/completions/tessera");
    }

    private List<String> pages() {
        try (Stream<Path> files = Files.list(share.resolve("man/man1"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Ended run(String... command) throws Exception {
        var errors = share.resolve("errors");
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command))).redirectError(errors.toFile());
        builder.environment().put("MANWIDTH", "100");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", share.toString());
        var process = builder.start();
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return new Ended(out, Files.readString(errors));
    }

    private record Ended(String out, String err) {}
}
