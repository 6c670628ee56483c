package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.Main;
import dev.tessera.vault.file.OtherJvm;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl+C while a costly file is opened, in a process of its own.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a signal is sent by kill")
class ImportInterruptedTest {
    /// What the signal of Ctrl+C ends a program with.
    private static final int INTERRUPTED = 130;

    @TempDir
    private Path home;

    /// The derivation takes half a minute and more, the start a second or two of the processor.
    @Test
    void ctrlCEndsARunningDerivationAndLeavesTheVaultAsItWas() throws IOException, InterruptedException {
        var desk = Desk.with(home, Desk.GITHUB);
        byte[] before = Files.readAllBytes(desk.vault);
        var passphrase = Files.writeString(home.resolve("foreign"), "any\n");
        var ready = OtherJvm.prepared(
                List.of("-Xmx512m"),
                Main.class,
                "import",
                costly().toString(),
                "--import-passphrase-file",
                passphrase.toString(),
                "--passphrase-file",
                desk.passphraseFile.toString(),
                "--vault",
                desk.vault.toString());
        // Where the tests run in the background of a shell, the signal is ignored by all that they start.
        ready.command().addAll(0, List.of("env", "--default-signal=INT"));
        var process = ready.redirectError(Redirect.DISCARD)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try {
            while (process.isAlive() && used(process).compareTo(Duration.ofSeconds(6)) < 0) {
                Thread.onSpinWait();
            }
            assertThat(process.isAlive()).isTrue();
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(INTERRUPTED);
        assertThat(Files.readAllBytes(desk.vault)).isEqualTo(before);
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    private static Duration used(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Path costly() throws IOException {
        try (var in = ImportInterruptedTest.class.getResourceAsStream("/dev/tessera/transfer/ente-sealed.json")) {
            var sealed = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    home.resolve("ente.json"),
                    sealed.replace("16384", "67108864").replace("\"opsLimit\": 1", "\"opsLimit\": 160"));
        }
    }
}
