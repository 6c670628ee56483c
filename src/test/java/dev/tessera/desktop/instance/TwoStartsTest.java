package dev.tessera.desktop.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.Main;
import dev.tessera.socket.SocketPlace;
import dev.tessera.vault.file.OtherJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real processes, as starts of the program are.
@Timeout(120)
class TwoStartsTest {
    private static final String LINK = "otpauth://totp/Pexip:ann?secret=JBSWY3DPEHPK3PXP";

    /// What comes with the first use of one; a name that the verifier looks up, such as `Stage`, starts nothing.
    private static final List<String> TOOLKITS = List.of(
            "java.awt.Toolkit",
            "sun.awt.",
            "com.sun.glass.",
            "com.sun.javafx.",
            "com.sun.prism.",
            "javafx.application.");

    @TempDir
    private Path temp;

    private Path folder;
    private Path vault;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void layOut() {
        folder = temp.resolve("tessera");
        vault = temp.resolve("my.tessera");
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
        started.forEach(process -> process.onExit().join());
    }

    @Test
    void theFirstIsCalledByTheSecond() throws Exception {
        var first = start("otpauth:first");
        assertThat(line(first)).isEqualTo("first");
        var second = start(LINK);
        assertThat(line(second)).isEqualTo("second");
        assertThat(second.waitFor()).isZero();
        assertThat(line(first)).isEqualTo("called [" + LINK + "]");
    }

    @Test
    void aKilledProcessIsNotInTheWayOfTheNext() throws Exception {
        var killed = start("otpauth:killed");
        assertThat(line(killed)).isEqualTo("first");
        killed.destroyForcibly().onExit().join();
        assertThat(Files.exists(SocketPlace.of(folder, vault).socket()))
                .as("its socket is left")
                .isTrue();
        assertThat(line(start("otpauth:next"))).isEqualTo("first");
        assertThat(line(start("otpauth:second"))).isEqualTo("second");
    }

    @Test
    void ofManyAtOnceAfterAKillOneIsFirst() throws Exception {
        var killed = start("otpauth:killed");
        assertThat(line(killed)).isEqualTo("first");
        killed.destroyForcibly().onExit().join();
        var all = new ArrayList<Process>();
        for (int i = 0; i < 4; i++) {
            all.add(start("otpauth:" + i));
        }
        var said = new ArrayList<String>();
        for (var process : all) {
            said.add(line(process));
        }
        assertThat(said).containsOnlyOnce("first").filteredOn("second"::equals).hasSize(3);
        var first = all.get(said.indexOf("first"));
        var calls = List.of(line(first), line(first), line(first));
        assertThat(calls).allMatch(call -> call.startsWith("called [otpauth:")).doesNotHaveDuplicates();
    }

    @Test
    void theSecondStartOfTheProgramLoadsNoToolkit() throws Exception {
        var first = start("otpauth:first");
        assertThat(line(first)).isEqualTo("first");
        var loaded = temp.resolve("loaded.log");
        var builder = OtherJvm.prepared(
                List.of("-Xlog:class+load:file=" + loaded), Main.class, "--vault", vault.toString(), LINK);
        builder.environment().put("XDG_RUNTIME_DIR", temp.toString());
        // Without a display it could not open a window of its own, and would fail.
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        var second = builder.redirectErrorStream(true).start();
        started.add(second);
        assertThat(new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(second.waitFor()).isZero();
        assertThat(line(first)).isEqualTo("called [" + LINK + "]");
        assertThat(classes(loaded))
                .contains("dev.tessera.desktop.instance.WindowClaim")
                .filteredOn(name -> TOOLKITS.stream().anyMatch(name::startsWith))
                .isEmpty();
    }

    private static List<String> classes(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.map(line -> line.replaceFirst("^(\\[.*?])+ ", "").split(" ")[0])
                    .toList();
        }
    }

    private Process start(String link) throws IOException {
        var builder = OtherJvm.prepared(List.of(), ClaimingProcess.class, folder.toString(), vault.toString(), link)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        var process = builder.start();
        started.add(process);
        return process;
    }

    /// The next one that it says; one reader for all of them.
    private String line(Process process) throws Exception {
        var said = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (said == null) {
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            throw new AssertionError("it ended with " + process.exitValue());
        }
        return said;
    }
}
