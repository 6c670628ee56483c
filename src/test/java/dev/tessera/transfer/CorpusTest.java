package dev.tessera.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.format.Formats;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Real files of other programs, with what must come out of each: `-Dcorpus=FOLDER`. They are others' work and no part
/// of this project.
@EnabledIfSystemProperty(named = "corpus", matches = ".+")
class CorpusTest {

    /// What another format reads as well, because nothing in the file tells the two apart.
    private static final Map<String, Set<String>> ALSO = Map.of(
            "ente",
            Set.of("uri_list"),
            "google_migration",
            Set.of("uri_list"),
            "freeotp_plus",
            Set.of("freeotp_v1"),
            "stratum",
            Set.of("qr"));

    private static final Map<String, int[]> TABLE = new TreeMap<>();

    static Stream<Sample> samples() throws IOException {
        return Sample.all().stream();
    }

    @Test
    void eachFormatHasAnImporter() throws IOException {
        assertThat(Sample.all().stream()
                        .map(Sample::format)
                        .filter(format -> Formats.all().find(format).isEmpty()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachSampleIsReadAsItShouldBe(Sample sample) throws IOException {
        int[] counts = TABLE.computeIfAbsent(sample.format(), _ -> new int[2]);
        counts[0]++;
        if (sample.mustBeRefused()) {
            assertRefused(sample);
        } else {
            assertRead(sample);
        }
        counts[1]++;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSealedSampleOpensWithItsOwnPassphraseAlone(Sample sample) throws IOException {
        if (sample.password().isEmpty() || sample.mustBeRefused()) {
            return;
        }
        assertThatThrownBy(() -> read(sample, "")).isInstanceOf(PassphraseNeededException.class);
        assertThatThrownBy(() -> read(sample, sample.password() + "x"))
                .isInstanceOf(WrongImportPassphraseException.class);
    }

    /// Refused as a whole, or with a reason for each thing in it.
    private static void assertRefused(Sample sample) throws IOException {
        try (var found = read(sample, sample.password())) {
            assertThat(found.entries()).isEmpty();
            assertThat(found.rejected())
                    .isNotEmpty()
                    .allSatisfy(rejected -> assertThat(rejected.reason()).isNotBlank());
        } catch (ImportException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            assertThat(refused).isInstanceOf(sample.refusal());
        }
    }

    private static void assertRead(Sample sample) throws IOException {
        try (var found = read(sample, sample.password())) {
            assertThat(found.format())
                    .isIn(Stream.concat(
                                    Stream.of(sample.format()), ALSO.getOrDefault(sample.format(), Set.of()).stream())
                            .toList());
            assertThat(found.entries().stream().map(Expected::of)).containsExactlyElementsOf(sample.usable());
            assertThat(found.rejected()).hasSize(sample.rejected());
        }
    }

    private static Import read(Sample sample, String password) throws IOException {
        try (var file = ImportFile.read(sample.file());
                var passphrase = Passphrase.ofForeignFile(password.toCharArray())) {
            var candidates = Formats.all().detect(file);
            return password.isEmpty() ? Importers.read(candidates, file) : Importers.read(candidates, file, passphrase);
        }
    }

    @AfterAll
    static void tellTheTable() {
        System.out.printf("%n%-26s %8s %8s%n", "format", "samples", "right");
        TABLE.forEach((format, counts) -> System.out.printf("%-26s %8d %8d%n", format, counts[0], counts[1]));
        System.out.println();
    }
}
