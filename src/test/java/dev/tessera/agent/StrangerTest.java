package dev.tessera.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.scan.Tools;
import dev.tessera.socket.SocketPlace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process of another user asks for codes.
@Timeout(120)
class StrangerTest {
    private static final String NOBODY = "65534";

    @TempDir
    private Path temp;

    private Path folder;
    private OpenedVault vault;
    private Agent agent;

    @BeforeEach
    void open() throws IOException {
        folder = temp.resolve("run");
        vault = new OpenedVault(temp.resolve("my.tessera"));
        agent = vault.agent(folder, Seat.WINDOW).orElseThrow();
        // Where another user can read it: the classes of the test may lie in a home folder.
        var classes = Files.createDirectories(temp.resolve("classes/dev/tessera/agent"));
        try (InputStream stranger = StrangerTest.class.getResourceAsStream("Stranger.class")) {
            Files.write(
                    classes.resolve("Stranger.class"),
                    Objects.requireNonNull(stranger).readAllBytes());
        }
        try (var all = Files.walk(temp)) {
            for (var path : all.filter(path -> !path.startsWith(folder) && !path.equals(vault.file))
                    .toList()) {
                setRights(path, Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--");
            }
        }
    }

    @AfterEach
    void close() {
        agent.close();
        vault.close();
    }

    @Test
    void weOurselvesAreAnswered() throws Exception {
        assertThat(ask(List.of())).isEqualTo("answered: 287082");
    }

    @Test
    void anotherUserDoesNotReachTheSocket() throws Exception {
        assertThat(ask(asAnother())).isEqualTo("not connected");
    }

    @Test
    void anotherUserWhoReachesItIsHungUpOn() throws Exception {
        setRights(folder, "rwxr-xr-x");
        setRights(socket(), "rw-rw-rw-");
        assertThat(ask(asAnother())).isEqualTo("connected, and hung up on");
        assertThat(ask(List.of())).as("and we still are").isEqualTo("answered: 287082");
    }

    /// What the other process says.
    private String ask(List<String> under) throws Exception {
        var command = new ArrayList<>(under);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                temp.resolve("classes").toString(),
                "dev.tessera.agent.Stranger",
                socket().toString()));
        var process = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    private static List<String> asAnother() throws Exception {
        Tools.need("setpriv", "Debian's package util-linux");
        var as = List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--");
        if (isRoot()) {
            return as;
        }
        Tools.need(maySudo(), "the right to act as another user", "run as root, or with sudo that asks nothing");
        var all = new ArrayList<>(List.of("sudo", "-n"));
        all.addAll(as);
        return all;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static boolean maySudo() throws InterruptedException {
        try {
            return new ProcessBuilder("sudo", "-n", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false; // there is none
        }
    }

    private Path socket() {
        return SocketPlace.of(folder, vault.file, Seat.WINDOW.use()).socket();
    }

    private static void setRights(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
}
