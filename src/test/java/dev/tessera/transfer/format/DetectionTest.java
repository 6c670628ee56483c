package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.zip.Zips;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a file is shows in its content alone.
class DetectionTest {
    private static final String LIST = "\ufeffotpauth://totp/Züge:ann?secret=GEZDGNBV&issuer=Züge";

    @Test
    void eachFormatHasAnIdOfItsOwn() {
        assertThat(Formats.all().all()).extracting(Importer::id).doesNotHaveDuplicates();
        assertThat(Formats.all().find("aegis")).get().extracting(Importer::name).isEqualTo("Aegis");
        assertThat(Formats.all().find("Aegis")).isEmpty();
    }

    @Test
    void textIsReadInWhateverCharacterSetItIs() throws ImportException {
        for (Charset charset : new Charset[] {UTF_8, UTF_16LE, UTF_16BE}) {
            assertIsRead(LIST.getBytes(charset));
        }
        assertIsRead(LIST.substring(1).getBytes(UTF_8));
        assertIsRead(LIST.substring(1).getBytes(ISO_8859_1));
    }

    private static void assertIsRead(byte[] bytes) throws ImportException {
        assertThat(Expected.allOf(Exports.read(bytes)))
                .containsExactly(Expected.of("Züge / ann", "3132333435", "totp SHA1 6 30"));
    }

    @Test
    void whatNobodyKnowsIsToldAndNothingIsGuessed() {
        for (var text : new String[] {"Lorem ipsum dolor", "{}", "[]", "{\"a\": 1}", "GEZDGNBVGY3TQOJQ", "\0\1\2"}) {
            assertThatExceptionOfType(UnsupportedImportException.class)
                    .isThrownBy(() -> Exports.read(text))
                    .withMessageContaining("not in a format that Tessera recognises");
        }
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(" \n"))
                .withMessageContaining("empty");
    }

    @Test
    void aPgpMessageNamesTheNextStep() {
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read("-----BEGIN PGP MESSAGE-----\n\nabc\n"))
                .withMessageContaining("Decrypt it with a PGP program first");
    }

    @Test
    void aZipThatIsNoExportNamesTheNextStep() {
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(Zips.plain("aegis.json", "{}")))
                .withMessageContaining("Unpack it");
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(Zips.plain(Map.of())))
                .withMessageContaining("empty");
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("PK\3\4 and no end"))
                .withMessageContaining("damaged or incomplete");
    }

    @Test
    void damagedJsonIsToldWithItsPlaceAndWithoutItsContent() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("{\"header\": {},\n \"db\": GEZDGNBV}"))
                .withMessageContaining("line 2")
                .withMessageNotContaining("GEZD");
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("{\"services\": []} and more"));
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("{\"services\": [], \"services\": [1]}"));
    }

    @Test
    void whoPicksAnotherFormatIsToldWhatTheFileIs() throws ImportException {
        var aegis = Formats.all().find("aegis").orElseThrow();
        try (var file = ImportFile.of("{\"services\": []}".getBytes(UTF_8))) {
            assertThatExceptionOfType(UnsupportedImportException.class)
                    .isThrownBy(() -> Formats.all().only(aegis, file))
                    .withMessageContaining("not Aegis, but 2FAS");
        }
    }
}
