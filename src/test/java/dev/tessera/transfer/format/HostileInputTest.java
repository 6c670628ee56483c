package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// What no program would write: refused with a sentence, soon, and without any exception but ours.
class HostileInputTest {
    private static final String AEGIS = """
            {"version":1,"header":{"slots":null,"params":null},"db":{"version":3,"groups":[{"uuid":"g","name":"W"}],
            "entries":[{"type":"totp","name":"ann","issuer":"Acme","groups":["g"],"info":{"secret":"GEZDGNBV","digits":6}}]}}""";

    private static final String TWO_FAS =
            "{\"services\":[{\"name\":\"A\",\"secret\":\"GEZDGNBV\",\"otp\":{\"digits\":6}}],\"schemaVersion\":4}";
    private static final String LIST =
            "otpauth://totp/Acme:ann?secret=GEZDGNBV&codeDisplay=%7B%22note%22%3A%22n%22%7D\n"
                    + "otpauth-migration://offline?data=Cg0KAQESAWEaA09kZCAE";

    private static List<byte[]> files() {
        return List.of(
                AEGIS.getBytes(UTF_8),
                Exports.aegis("{\"entries\":[]}", Exports.aegisSlot("p".getBytes(UTF_8), ""))
                        .getBytes(UTF_8),
                TWO_FAS.getBytes(UTF_8),
                LIST.getBytes(UTF_8),
                "folder,name,login_username,login_totp\n\"W\",A,ann,GEZDGNBV\n".getBytes(UTF_8),
                "{\"version\":1,\"entries\":[{\"content\":{\"uri\":\"steam://STEAMKEY\"}}]}".getBytes(UTF_8));
    }

    /// Reads or refuses.
    private static void assertHarmless(byte[] bytes) {
        try (var found = Exports.read(bytes, "p")) {
            found.rejected().forEach(rejected -> assertThat(rejected.reason()).isNotBlank());
        } catch (ImportException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Test
    void cutOffAnywhere() {
        for (byte[] file : files()) {
            for (int length = 0; length < file.length; length++) {
                assertHarmless(Arrays.copyOf(file, length));
            }
        }
    }

    @Test
    void eachBitFlipped() {
        for (byte[] file : files()) {
            for (int bit = 0; bit < file.length * Byte.SIZE; bit++) {
                byte[] changed = file.clone();
                changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                assertHarmless(changed);
            }
        }
    }

    @Test
    void eachValueOfTheWrongType() {
        for (var value : List.of("null", "true", "[]", "{}", "-1", "1e400", "\"\"", "\"null\"", "[[1]]")) {
            for (var member :
                    List.of("db", "header", "entries", "info", "secret", "digits", "groups", "name", "uuid")) {
                var changed = AEGIS.replaceFirst(
                        "\"" + member + "\":(\"[^\"]*\"|[0-9]+|\\[[^\\]]*\\]|\\{[^}]*\\})",
                        "\"" + member + "\":" + value);
                assertHarmless(changed.getBytes(UTF_8));
            }
        }
    }

    @Test
    void deepJsonIsRefused() {
        for (var deep : List.of("[".repeat(1_000_000), "{\"services\":" + "[".repeat(100) + "]".repeat(100) + "}")) {
            assertThatExceptionOfType(CostlyImportException.class).isThrownBy(() -> Exports.read(deep));
        }
    }

    @Test
    void aFileLargerThanAnyExportIsRefused() {
        assertThatExceptionOfType(CostlyImportException.class)
                .isThrownBy(
                        () -> ImportFile.of(new byte[ImportFile.MAX_SIZE + 1]).close())
                .withMessageContaining("larger than 64 MiB");
    }

    @Test
    void moreEntriesThanAnyoneHasAreRefused() {
        var many = "{\"services\":[" + "{},".repeat(100_000) + "{}]}";
        assertThatExceptionOfType(CostlyImportException.class)
                .isThrownBy(() -> Exports.read(many))
                .withMessageContaining("more than 100000 entries");
    }

    @Test
    void namesAndSecretsBeyondAllMeasureCostTheirEntryAlone() throws ImportException {
        var file = "{\"services\":[{\"name\":\"" + "a".repeat(5000) + "\",\"secret\":\"GEZDGNBV\"},"
                + "{\"name\":\"b\",\"secret\":\"" + "A".repeat(1_000_000) + "\"},"
                + "{\"name\":\"c\",\"secret\":\"GEZDGNBV\"}]}";
        try (var found = Exports.read(file)) {
            assertThat(found.entries()).hasSize(1);
            assertThat(found.rejected())
                    .extracting("reason")
                    .containsExactly(
                            "its name or note is longer than any program makes them",
                            "secret is longer than 1024 bytes");
        }
    }

    @Test
    void controlSignsInNamesAreLeftOut() throws ImportException {
        var file = "{\"services\":[{\"name\":\"A\\u001b[2J\\u202eb\",\"secret\":\"GEZDGNBV\"}]}";
        try (var found = Exports.read(file)) {
            assertThat(found.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.account().issuer()).isEqualTo("A[2Jb");
                assertThat(entry.repairs()).hasSize(1);
            });
        }
    }

    @Test
    void longLinesAndQuotesTakeNoTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (var run : List.of("%", "&", "=", "\"", ",", "\n", "\r", "codeDisplay=", "otpauth://", "#")) {
                var lengthy = run.repeat(2_000_000 / run.length());
                assertHarmless(("otpauth://totp/a?" + lengthy).getBytes(UTF_8));
                assertHarmless(("name,login_totp\n" + lengthy).getBytes(UTF_8));
                assertHarmless(lengthy.getBytes(UTF_8));
            }
        });
    }
}
