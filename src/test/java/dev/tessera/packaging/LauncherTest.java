package dev.tessera.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the real launcher script on folders that look like a Java, whose `java` tells its arguments.
class LauncherTest {
    @TempDir
    private Path temp;

    private Path app;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void layOutTheApp() throws IOException {
        assumeTrue(
                Files.isExecutable(Path.of("/bin/sh")), "the launcher is a script for /bin/sh, and there is none here");
        app = Files.createDirectories(temp.resolve("an app"));
        Files.createDirectories(app.resolve("bin"));
        Files.createDirectories(app.resolve("lib"));
        var source = Path.of("packaging", "launcher");
        Files.copy(source.resolve("tessera"), app.resolve("bin/tessera"));
        Files.copy(source.resolve("jvm-options"), app.resolve("lib/jvm-options"));
        Files.setPosixFilePermissions(app.resolve("bin/tessera"), PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.put("HOME", temp.toString());
        environment.put("PATH", "/usr/bin:/bin");
    }

    @Test
    void takesTheJavaThatTesseraJavaNames() throws Exception {
        environment.put("TESSERA_JAVA", java("chosen", "25.0.1").toString());
        environment.put("JAVA_HOME", java("other", "25").toString());
        assertThat(run("list", "--json").output()).contains("chosen ran").endsWith("-m dev.tessera list --json\n");
    }

    @Test
    void onlyWhatOpensAWindowIsCompiledLess() throws Exception {
        Files.move(java("own", "25"), app.resolve("lib/runtime"));
        var less = "-XX:CompilerDirectivesFile=" + app.toRealPath().resolve("lib/compiler.json");
        for (var window : List.of(
                new String[0],
                new String[] {"--hidden", "--vault", "list"},
                new String[] {"otpauth://totp/a?secret=b"},
                new String[] {"my.tessera"})) {
            assertThat(run(window).output()).contains("own ran", less);
        }
        for (var command : List.of(new String[] {"list"}, new String[] {"--vault", "my.tessera", "code", "shop"})) {
            assertThat(run(command).output()).contains("own ran").doesNotContain(less);
        }
    }

    @Test
    void aWindowIsOpenedWithoutGtksOwnSearchForOpenGl() throws Exception {
        Files.move(java("own", "25"), app.resolve("lib/runtime"));
        assertThat(run().output()).contains("GDK_GL is disable");
        assertThat(run("list").output()).contains("GDK_GL is not set");
        environment.put("GDK_GL", "always");
        assertThat(run().output()).contains("GDK_GL is always");
    }

    @Test
    void takesTheProgramThatTesseraJavaNames() throws Exception {
        environment.put("TESSERA_JAVA", java("chosen", "26").resolve("bin/java").toString());
        assertThat(run().output()).contains("chosen ran");
    }

    @Test
    void saysSoWhenTesseraJavaIsTooOld() throws Exception {
        environment.put("TESSERA_JAVA", java("old", "17.0.15").toString());
        environment.put("JAVA_HOME", java("new", "25").toString());
        var run = run();
        assertThat(run.status())
                .as("3 is for what was not found in a vault or a picture")
                .isEqualTo(1);
        assertThat(run.output())
                .contains("tessera: error: TESSERA_JAVA is", "tessera: hint:")
                .doesNotContain("ran");
    }

    @Test
    void passesByAnOldJavaHomeAndTakesTheOneOnThePath() throws Exception {
        environment.put("JAVA_HOME", java("old", "17.0.15").toString());
        var link = Files.createDirectories(temp.resolve("links")).resolve("java");
        Files.createSymbolicLink(link, java("on path", "25").resolve("bin/java"));
        environment.put("PATH", link.getParent() + ":/usr/bin:/bin");
        assertThat(run().output()).contains("on path ran");
    }

    @Test
    void takesTheJavaThatBuiltItWhenThePathHasAnOldOne() throws Exception {
        environment.put("PATH", java("old", "17.0.15").resolve("bin") + ":/usr/bin:/bin");
        Files.writeString(app.resolve("lib/built-with"), java("builder", "25.0.2") + "\n");
        assertThat(run().output()).contains("builder ran");
    }

    @Test
    void aPackageRunsOnTheJavaThatItBrings() throws Exception {
        environment.put("TESSERA_JAVA", java("chosen", "25").toString());
        environment.put("JAVA_HOME", java("other", "25").toString());
        java("an app/lib/runtime", "25");
        var lib = app.toRealPath().resolve("lib");
        var run = run("list", "a b");
        assertThat(run.output()).contains("an app/lib/runtime ran");
        assertThat(run.words())
                .containsSubsequence("-cp", lib.resolve("tessera.jar").toString(), "dev.tessera.Main", "list", "a b")
                .noneMatch(word -> word.startsWith("-XX:AOTCache"));
    }

    @Test
    void whatAStartLearnedIsTakenUpByTheJavaThatLearnedItAlone() throws Exception {
        environment.put("TESSERA_JAVA", java("chosen", "25").toString());
        Files.writeString(app.resolve("lib/tessera.aot"), "learned");
        assertThat(run("list").output()).doesNotContain("AOTCache");
        java("an app/lib/runtime", "25");
        assertThat(run("list").words())
                .contains("-XX:AOTCache=" + app.toRealPath().resolve("lib/tessera.aot"));
    }

    @Test
    void opensOfJavaFxWhatLetsTheTimerForFramesRest() throws Exception {
        environment.put("TESSERA_JAVA", java("chosen", "25").toString());
        assertThat(run("list").words()).contains("--add-opens=javafx.graphics/com.sun.javafx.tk.quantum=dev.tessera");
        java("an app/lib/runtime", "25");
        assertThat(run("list").words()).contains("--add-opens=javafx.graphics/com.sun.javafx.tk.quantum=ALL-UNNAMED");
    }

    @Test
    void onlyTheLoginSideRunsWithItsLibraries() throws Exception {
        environment.put("TESSERA_JAVA", java("chosen", "25").toString());
        var lib = app.toRealPath().resolve("lib");
        for (var command : List.of("demo", "try")) {
            assertThat(run("--vault", "a vault", command).words()).contains(lib + ":" + lib.resolve("demo"));
        }
        assertThat(run("list").words()).contains(lib.toString());
        java("an app/lib/runtime", "25");
        assertThat(run("demo").words())
                .contains(lib.resolve("tessera.jar") + ":" + lib.resolve("demo/tessera-demo.jar"));
    }

    @Test
    void worksThroughALinkToIt() throws Exception {
        environment.put("TESSERA_JAVA", java("chosen", "25").toString());
        var link = Files.createSymbolicLink(temp.resolve("tessera"), Path.of("an app/bin/tessera"));
        assertThat(start(List.of(link.toString())).output())
                .contains("-p " + app.toRealPath().resolve("lib"));
    }

    @Test
    void tellsWhereItIs() throws Exception {
        environment.put("TESSERA_JAVA", java("chosen", "25").toString());
        var link = Files.createSymbolicLink(temp.resolve("tessera"), Path.of("an app/bin/tessera"));
        assertThat(start(List.of(link.toString())).output())
                .contains("-Dtessera.launcher=" + app.toRealPath().resolve("bin/tessera") + " ");
    }

    @Test
    void aCodeIsAskedOfWhoeverHasTheVaultOpenFirst() throws Exception {
        environment.put("TESSERA_JAVA", java("chosen", "25", 0).toString());
        environment.put("XDG_RUNTIME_DIR", temp.toString());
        assertThat(run("code", "pexip").output()).as("nobody has").endsWith("-m dev.tessera code pexip\n");
        var folder = Files.createDirectories(temp.resolve("tessera"));
        Files.writeString(folder.resolve("1-agent"), "no socket");
        assertThat(run("code", "pexip").output()).endsWith("-m dev.tessera code pexip\n");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(folder.resolve("2-agent")));
            var asked = run("code", "pexip");
            assertThat(asked.status()).isZero();
            assertThat(asked.output())
                    .contains("-cp " + app.toRealPath().resolve("lib/quick/code.jar"))
                    .doesNotContain("AOTCache")
                    .endsWith("dev.tessera.cli.QuickCode code pexip\n");
            assertThat(run("list").output()).doesNotContain("QuickCode");
        }
    }

    @Test
    void whatACodeLearnedIsTakenUpByTheJavaThatLearnedItAlone() throws Exception {
        environment.put("XDG_RUNTIME_DIR", temp.toString());
        environment.put("TESSERA_JAVA", java("chosen", "25").toString());
        var learned = Files.createDirectories(app.resolve("lib/quick")).resolve("code.aot");
        Files.writeString(learned, "learned");
        var folder = Files.createDirectories(temp.resolve("tessera"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(folder.resolve("2-agent")));
            assertThat(run("code", "a b").words()).doesNotContain("-XX:AOTCache=" + learned.toRealPath());
            java("an app/lib/runtime", "25");
            assertThat(run("code", "a b").words())
                    .containsSubsequence(
                            "-XX:AOTCache=" + learned.toRealPath(),
                            app.toRealPath().resolve("lib/quick/code.jar").toString(),
                            "dev.tessera.cli.QuickCode",
                            "code",
                            "a b");
        }
    }

    @Test
    void whatACodeLearnedWasLearnedWithTheOptionsOfTheLauncher() throws IOException {
        var options = "-Xint -Xmx64m -XX:+UseSerialGC -XX:-UsePerfData";
        assertThat(Files.readString(Path.of("packaging", "launcher", "tessera")))
                .contains(options);
        assertThat(Files.readString(Path.of("packaging", "train.sh"))).contains(options);
    }

    @Test
    void whatThatCannotDoTheWholeProgramDoes() throws Exception {
        environment.put("TESSERA_JAVA", java("chosen", "25", 75).toString());
        environment.put("XDG_RUNTIME_DIR", temp.toString());
        var folder = Files.createDirectories(temp.resolve("tessera"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(folder.resolve("2-open")));
            assertThat(run("code", "pexip").output().lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .endsWith("-m dev.tessera code pexip");
        }
    }

    @Test
    void whoDoesNotAnswerIsNotAskedAgainByTheWholeProgram() throws Exception {
        environment.put("XDG_RUNTIME_DIR", temp.toString());
        var folder = Files.createDirectories(temp.resolve("tessera"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(folder.resolve("2-open")));
            environment.put("TESSERA_JAVA", java("chosen", "25", 69).toString());
            assertThat(run("code", "pexip").output().lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains(" -Dtessera.unanswered=true ")
                    .endsWith("-m dev.tessera code pexip");
            environment.put("TESSERA_JAVA", java("other", "25", 75).toString());
            assertThat(run("code", "pexip").output()).doesNotContain("unanswered");
        }
    }

    @Test
    void noJavaAtAllIsNoAnswerOfACommand() throws Exception {
        environment.put("TESSERA_JAVA", temp.resolve("nowhere").toString());
        assertThat(run("list").status()).isEqualTo(1);
        assertThat(Files.readString(Path.of("packaging", "launcher", "tessera.bat")))
                .contains("exit /b 1")
                .doesNotContain("exit /b 3");
    }

    private Path java(String name, String version) throws IOException {
        return java(name, version, 0);
    }

    private Path java(String name, String version, int status) throws IOException {
        var home = Files.createDirectories(temp.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        var program = Files.writeString(
                home.resolve("bin/java"),
                "#!/bin/sh\necho \"GDK_GL is ${GDK_GL:-not set},\" '" + name + " ran' \"$@\"\nprintf '%s\\n' \"$@\" >'"
                        + words() + "'\nexit " + status + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    private Run run(String... arguments) throws Exception {
        return start(Stream.concat(Stream.of(app.resolve("bin/tessera").toString()), Stream.of(arguments))
                .toList());
    }

    private Run start(List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return new Run(status, output, Files.exists(words()) ? Files.readAllLines(words()) : List.of());
    }

    /// Where the Java that ran last told each of its arguments on a line.
    private Path words() {
        return temp.resolve("words");
    }

    private record Run(int status, String output, List<String> words) {}
}
