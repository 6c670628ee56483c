package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tessera.crypto.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// docs/read_vault.py was written from docs/vault-format.md alone: if it opens what this code writes, the
/// document is true. Skipped without Python and its packages, unless `-Dtessera.python=required`.
class PythonReaderTest {
    private static final String MODULES = "import argon2, cryptography";

    /// All files of a folder in one run, for a start of Python takes longer than a vault.
    private static final String JUDGE = """
            import os, sys
            sys.path.insert(0, "docs")
            import read_vault
            for name in os.listdir(sys.argv[1]):
                with open(os.path.join(sys.argv[1], name), "rb") as file:
                    data = file.read()
                try:
                    read_vault.open_vault(data, passphrase=sys.argv[2].encode())
                    code = 0
                except SystemExit as refused:
                    code = refused.code
                print(name, code)
            """;

    @TempDir
    private Path folder;

    private String python = "";

    @BeforeEach
    void findPython() throws IOException, InterruptedException {
        for (var candidate : List.of("/usr/bin/python3", "python3")) {
            if (run(List.of(candidate, "-c", MODULES)).filter(Run::worked).isPresent()) {
                python = candidate;
                return;
            }
        }
        var missing = "there is no Python with its packages argon2 and cryptography"
                + " (Debian: python3-argon2, python3-cryptography)";
        if ("required".equals(System.getProperty("tessera.python"))) {
            throw new AssertionError(missing);
        }
        abort(missing);
    }

    @Test
    void opensTheGoldenVaultByPassphraseTypedTheOtherWay() throws IOException, InterruptedException {
        var run = read(GoldenVaultTest.golden(), "tessera cafe\u0301 \ud83d\udd11");
        assertThat(run.error()).isEmpty();
        var content = json(run).path("content");
        assertThat(content.path("entries")).hasSize(7);
        assertThat(content.at("/entries/2/account/otp/counter").longValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(content.at("/entries/6/kind").textValue()).isEqualTo("ocra");
        assertThat(content.at("/later/a").booleanValue()).isTrue();
    }

    @Test
    void opensTheGoldenVaultByItsRecoveryKey() throws IOException, InterruptedException {
        var key = HexFormat.of().formatHex(SampleVault.recoveryKey());
        var run = script(GoldenVaultTest.golden(), "--recovery-key", key);
        assertThat(run.error()).isEmpty();
        assertThat(json(run).path("generation").intValue()).isEqualTo(2);
    }

    @Test
    void opensItByTheRecoveryKeyAsItIsWrittenOnPaper() throws IOException, InterruptedException {
        var run = script(GoldenVaultTest.golden(), "--recovery-key", RecoveryKeyTest.SAMPLE);
        var mistyped = script(GoldenVaultTest.golden(), "--recovery-key", "9" + RecoveryKeyTest.SAMPLE.substring(1));

        assertThat(run.exitCode()).isZero();
        assertThat(mistyped.exitCode()).isEqualTo(1);
    }

    @Test
    void opensAVaultThatWasJustWritten() throws IOException, InterruptedException {
        var vault = folder.resolve("fresh.tessera");
        try (var passphrase = Passphrase.copyOf("fresh".toCharArray());
                var file = VaultFile.create(vault, passphrase, KdfCost.LEAST)) {
            file.save(_ -> SampleVault.vault());
        }
        var run = read(vault, "fresh");
        assertThat(run.error()).isEmpty();
        assertThat(json(run).path("generation").intValue()).isEqualTo(2);
        assertThat(json(run).at("/content/entries/0/account/issuer").textValue())
                .isEqualTo("Pexip");
    }

    /// The kit of faults is for any reader: what must be refused before the content is looked at is refused by this
    /// one,
    /// too, and for the same reason.
    @Test
    void judgesTheKitAsWeDo() throws IOException, InterruptedException {
        var kit = Files.createDirectory(folder.resolve("kit"));
        var expected = new ArrayList<String>();
        for (var one : VaultKit.all()) {
            if (one.layer().compareTo(VaultKit.Layer.PADDING) <= 0
                    || one.layer().compareTo(VaultKit.Layer.SET_ASIDE) >= 0) {
                Files.write(kit.resolve(one.name()), one.file());
                expected.add(one.name() + " " + exitCode(one.layer()));
            }
        }
        var judged = run(List.of(python, "-c", JUDGE, kit.toString(), KitFile.PASSPHRASE))
                .orElseThrow();

        assertThat(judged.error()).doesNotContain("Traceback");
        assertThat(judged.output().lines()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static int exitCode(VaultKit.Layer layer) {
        return switch (layer) {
            case SOUND, SET_ASIDE -> 0;
            case COMMITMENT -> 1;
            case LATER_VERSION -> 3;
            default -> 2;
        };
    }

    @Test
    void tellsAWrongPassphraseFromADamagedFile() throws IOException, InterruptedException {
        assertThat(read(GoldenVaultTest.golden(), "wrong").exitCode()).isEqualTo(1);
        byte[] bytes = Files.readAllBytes(GoldenVaultTest.golden());
        bytes[100] ^= 1;
        var damaged = Files.write(folder.resolve("damaged.tessera"), bytes);
        assertThat(read(damaged, "wrong").exitCode()).isEqualTo(2);
    }

    private Run read(Path vault, String passphrase) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("passphrase"), passphrase + "\n");
        return script(vault, "--passphrase-file", file.toString());
    }

    private Run script(Path vault, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(python, "docs/read_vault.py", vault.toString()));
        command.addAll(List.of(arguments));
        return run(command).orElseThrow();
    }

    private static JsonNode json(Run run) throws IOException {
        return new ObjectMapper().readTree(run.output());
    }

    private record Run(int exitCode, String output, String error) {
        boolean worked() {
            return exitCode == 0;
        }
    }

    /// Nothing if there is no such program.
    private Optional<Run> run(List<String> command) throws IOException, InterruptedException {
        var output = folder.resolve("output").toFile();
        var error = folder.resolve("error").toFile();
        var builder = new ProcessBuilder(command).redirectOutput(output).redirectError(error);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException _) {
            return Optional.empty();
        }
        int exitCode = process.waitFor();
        return Optional.of(
                new Run(exitCode, Files.readString(output.toPath(), UTF_8), Files.readString(error.toPath(), UTF_8)));
    }
}
