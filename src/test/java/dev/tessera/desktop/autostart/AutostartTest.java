package dev.tessera.desktop.autostart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.scan.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutostartTest {
    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void layOut() {
        file = home.resolve(".config/autostart/tessera.desktop");
    }

    @Test
    void isOffUntilSwitchedOnAndAfterSwitchedOff() throws IOException {
        var autostart = autostart("/opt/tessera/bin/tessera");
        assertThat(autostart.isOn()).isFalse();
        autostart.switchOn();
        assertThat(autostart.isOn()).isTrue();
        assertThat(Files.readString(file)).isEqualTo("""
                [Desktop Entry]
                Type=Application
                Name=Tessera
                Exec="/opt/tessera/bin/tessera" "--hidden" "--vault" "%s"
                Terminal=false
                """.formatted(home.resolve("my.tessera")));
        autostart.switchOn();
        assertThat(names()).as("nothing is left beside it").containsExactly("tessera.desktop");
        autostart.switchOff();
        autostart.switchOff();
        assertThat(autostart.isOn()).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void whatTheDesktopHasSwitchedOffIsOff() throws IOException {
        var autostart = autostart("/opt/tessera/bin/tessera");
        for (var line : List.of("Hidden=true", "X-GNOME-Autostart-enabled = false")) {
            autostart.switchOn();
            Files.writeString(file, Files.readString(file) + line + "\n");
            assertThat(autostart.isOn()).as(line).isFalse();
        }
        autostart.switchOn();
        assertThat(autostart.isOn()).isTrue();
    }

    @Test
    void anotherProgramOrAnotherVaultIsNotThisOne() throws IOException {
        autostart("/opt/tessera/bin/tessera").switchOn();
        assertThat(autostart("/moved/bin/tessera").isOn()).isFalse();
        assertThat(of("Linux", Map.of(), "/opt/tessera/bin/tessera", home.resolve("other.tessera"))
                        .orElseThrow()
                        .isOn())
                .isFalse();
        autostart("/moved/bin/tessera").switchOn();
        assertThat(autostart("/moved/bin/tessera").isOn()).isTrue();
    }

    @Test
    void theFolderIsThatOfTheVariableIfItIsAbsolute() throws IOException {
        var config = home.resolve("config");
        var vault = home.resolve("my.tessera");
        of("Linux", Map.of("XDG_CONFIG_HOME", config.toString()), "/t", vault)
                .orElseThrow()
                .switchOn();
        assertThat(config.resolve("autostart/tessera.desktop")).exists();
        of("Linux", Map.of("XDG_CONFIG_HOME", "config"), "/t", vault)
                .orElseThrow()
                .switchOn();
        assertThat(file).exists();
    }

    @Test
    void itIsNotSupportedElsewhereNorWithoutTheLauncher() {
        var vault = home.resolve("my.tessera");
        assertThat(of("Windows 11", Map.of(), "C:\\tessera.bat", vault)).isEmpty();
        assertThat(of("Mac OS X", Map.of(), "/t", vault)).isEmpty();
        assertThat(of("Linux", Map.of(), "", vault)).isEmpty();
        assertThat(of("Linux", Map.of(), "/a=b/tessera", vault)).isEmpty();
        assertThat(of("Linux", Map.of(), "/100%/tessera", vault)).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsToldAndStaysAsItWas() throws IOException {
        Files.createDirectories(home.resolve(".config"));
        Files.writeString(home.resolve(".config/autostart"), "a file in the way");
        var autostart = autostart("/t");
        assertThatThrownBy(autostart::switchOn).isInstanceOf(IOException.class);
        assertThat(autostart.isOn()).isFalse();
        assertThat(home.resolve(".config/autostart")).hasContent("a file in the way");
    }

    /// GLib reads the file as GNOME, Xfce and others do, and starts a program with whatever is in its path.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two words",
                "a \"quoted\" one",
                "it's",
                "$HOME `id` \\ %u %% 100%",
                "\\\\ \\\" \\$",
                "trailing \\",
                "; rm & | < > ~ * ? # ( )",
                "Schlüssel 鍵",
                "a\ttab\nand a line",
                " first a space"
            })
    void theDesktopStartsWhatWasMeant(String name) throws Exception {
        Tools.need("gio", "GLib's tools (Debian: libglib2.0-bin)");
        Tools.need("desktop-file-validate", "the checker of desktop files (Debian: desktop-file-utils)");
        var folder = Files.createDirectories(home.resolve(name.replace("%", "")));
        var launcher = Files.writeString(folder.resolve("tessera"), """
                #!/bin/sh
                printf '%s\\0' "$0" "$@"
                """);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        var vault = home.resolve(name).resolve("my.tessera");
        of("Linux", Map.of(), launcher.toString(), vault).orElseThrow().switchOn();

        assertThat(run("desktop-file-validate", file.toString())).isEmpty();
        assertThat(run("gio", "launch", file.toString()).split("\0"))
                .containsExactly(launcher.toString(), "--hidden", "--vault", vault.toString());
    }

    /// What it says, and what is said by all that it starts.
    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private Autostart autostart(String launcher) {
        return of("Linux", Map.of(), launcher, home.resolve("my.tessera")).orElseThrow();
    }

    private Optional<Autostart> of(String system, Map<String, String> environment, String launcher, Path vault) {
        return Autostart.of(system, environment, home, launcher.isEmpty() ? null : launcher, vault);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
