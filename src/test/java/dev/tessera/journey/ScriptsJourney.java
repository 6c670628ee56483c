package dev.tessera.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.scan.QrEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The scripts of `scripts.txt`, run with the packaged program as a shell would run them.
class ScriptsJourney {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String ACCOUNTS = """
            otpauth://totp/Pexip:ann@example.org?secret=%s&issuer=Pexip
            otpauth://totp/GitHub:ann?secret=KRSXG5CTMVRXEZLUKN2XAZLS&issuer=GitHub&digits=8
            otpauth://totp/GitHub%%20Enterprise:bob?secret=KRSXG5CTMVRXEZLUKN2XAZLT&issuer=GitHub%%20Enterprise
            otpauth://hotp/Bank:ann?secret=%s&issuer=Bank&counter=0
            """.formatted(SECRET, SECRET);
    private static final String NEW = "otpauth://totp/New:ann?secret=MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U&issuer=New";

    @TempDir
    private Path temp;

    @TestFactory
    Stream<DynamicTest> eachEndsAsItIsWritten() throws Exception {
        Needs.packagedFolder();
        var first = Files.createDirectory(temp.resolve("first"));
        furnish(first);
        var scripts = scripts();
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(60);
        assertThat(scripts).extracting(Script::name).doesNotHaveDuplicates();
        return scripts.stream().map(script -> DynamicTest.dynamicTest(script.name(), () -> run(script, first)));
    }

    private static List<Script> scripts() throws IOException {
        try (var text = ScriptsJourney.class.getResourceAsStream("scripts.txt")) {
            return Script.all(new String(Objects.requireNonNull(text).readAllBytes(), UTF_8));
        }
    }

    /// The home folder of every script.
    private static void furnish(Path home) throws Exception {
        write(home, "passphrase", "an owl in the attic\n");
        write(home, "wrong", "an owl in the cellar\n");
        write(home, "next", "a badger in the garden\n");
        write(home, "empty", "");
        write(home, "text.png", "no picture\n");
        write(home, "links.txt", NEW + "\n");
        write(home, "damaged.tessera", "no vault\n");
        ImageIO.write(QrEncoder.image(NEW, 4), "png", home.resolve("new.png").toFile());
        ImageIO.write(
                QrEncoder.image("https://example.org", 4),
                "png",
                home.resolve("page.png").toFile());
        assertThat(start(home, true, List.of("vault", "create", "--kdf-memory", "19", "--kdf-iterations", "1"), "")
                        .status())
                .isZero();
        for (var account : ACCOUNTS.lines().toList()) {
            assertThat(start(home, true, List.of("add", "-"), account).status()).isZero();
        }
    }

    private static void write(Path home, String name, String text) throws IOException {
        var file = Files.writeString(home.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void run(Script script, Path first) throws Exception {
        var home = temp.resolve("home" + Math.floorMod(script.name().hashCode(), Integer.MAX_VALUE));
        copy(first, home);
        for (var run : script.runs()) {
            var ended = start(home, run.withPassphrase(), run.arguments(), String.join("\n", run.input()));
            var told = "$ tessera " + run.line() + "\n" + ended.out() + ended.err();
            assertThat(ended.status()).as(told).isEqualTo(run.exitCode());
            var out = ended.out().lines().toList();
            assertThat(out).as(told).hasSameSizeAs(run.output());
            for (int i = 0; i < out.size(); i++) {
                assertThat(out.get(i))
                        .as(told)
                        .matches(Script.pattern(run.output().get(i)));
            }
            for (var error : run.errors()) {
                assertThat(ended.err().lines()).as(told).anyMatch(line -> line.matches(Script.pattern(error)));
            }
            if (run.exitCode() != 0) {
                assertThat(ended.err()).as("the next step is told").contains("tessera: error: ");
            }
            assertThat(ended.err()).doesNotContain(SECRET, "an owl in the attic");
        }
    }

    private static Program.Result start(Path home, boolean withPassphrase, List<String> arguments, String input)
            throws Exception {
        // In a session of its own, it has no terminal to ask on.
        var command = new ArrayList<>(
                List.of("setsid", "--wait", Program.LAUNCHER.toAbsolutePath().toString()));
        command.addAll(arguments);
        if (withPassphrase) {
            command.addAll(List.of("--passphrase-file", "passphrase"));
        }
        var builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment()
                .putAll(Map.of("HOME", home.toString(), "TESSERA_VAULT", "vault.tessera", "LC_ALL", "C.UTF-8"));
        builder.environment().keySet().removeAll(List.of("XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_CONFIG_HOME"));
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS"));
        var process = builder.start();
        var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        } catch (IOException _) {
            // It has ended without reading, as it may.
        }
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running after two minutes: " + arguments);
        }
        return new Program.Result(process.exitValue(), out.join(), err.join());
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
