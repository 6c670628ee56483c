package dev.tessera.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.transfer.format.Formats;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransfersTest {

    private static Import file(String... links) throws ImportException {
        try (var file = ImportFile.of(String.join("\n", links).getBytes(UTF_8))) {
            return Importers.read(Formats.all().detect(file), file);
        }
    }

    private static List<String> notes(List<Import> files) {
        return files.stream().flatMap(file -> file.notes().stream()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "132", "213", "231", "312", "321", "1123"})
    void filesInAnyOrderMakeOneTransfer(String order) throws ImportException {
        var files = new ArrayList<Import>();
        for (var part : order.split("")) {
            files.add(file(TransferParts.link(Integer.parseInt(part), 3, 7)));
        }
        assertThat(notes(files)).hasSize(order.length());
        var together = Transfers.together(files);
        assertThat(notes(together)).isEmpty();
        assertThat(together.stream().flatMap(file -> file.entries().stream())).hasSize(order.length());
    }

    @Test
    void whatIsMissingIsToldOnceByTheLast() throws ImportException {
        var together = Transfers.together(List.of(
                file(TransferParts.link(4, 5, 7)),
                file(TransferParts.link(1, 5, 7), TransferParts.link(3, 5, 7)),
                file("otpauth://totp/a?secret=GEZDGNBV")));
        assertThat(together.get(0).notes()).isEmpty();
        assertThat(together.get(1).notes())
                .singleElement()
                .asString()
                .startsWith("The transfer has 5 parts, but these are missing: 2, 5.");
        assertThat(together.get(2).notes()).isEmpty();
    }

    @Test
    void eachTransferIsToldByItself() throws ImportException {
        var together = Transfers.together(List.of(
                file(TransferParts.link(1, 2, 7)),
                file(TransferParts.link(1, 2, 8)),
                file(TransferParts.link(2, 2, 8)),
                file(TransferParts.link(2, 3, 9))));
        assertThat(notes(together))
                .hasSize(2)
                .anyMatch(note -> note.contains("2 parts, but these are missing: 2."))
                .anyMatch(note -> note.contains("3 parts, but these are missing: 1, 3."));
        assertThat(together.get(0).notes()).hasSize(1);
        assertThat(together.get(3).notes()).hasSize(1);
    }
}
