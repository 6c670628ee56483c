package dev.tessera.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class AndroidPreferencesTest {
    private static final String FILE = """
            <?xml version='1.0' encoding='utf-8' standalone='yes' ?>
            <!-- a comment -->
            <map>
                <string name="text">[{&quot;a&quot;:&quot;&lt;Z&#252;ge&gt; &amp; more&quot;}]</string>
                <string name="parts">one<!-- two --><![CDATA[ & three]]></string>
                <int name="int" value="12" />
                <boolean name="truth" value="true"></boolean>
                <set name="set"><string>x</string><string>y</string></set>
                <string name="empty"></string>
                <null name="nothing" />
                <string>without a name</string>
            </map>
            """;

    private static AndroidPreferences read(String text) throws ImportException {
        try (var file = ImportFile.of(text.getBytes(UTF_8))) {
            return AndroidPreferences.read(file);
        }
    }

    @Test
    void textsNumbersAndTruthValuesAreReadByName() throws ImportException {
        var found = read(FILE);
        assertThat(found.values()).containsOnlyKeys("text", "parts", "int", "truth", "empty");
        assertThat(found.find("text")).hasValue("[{\"a\":\"<Züge> & more\"}]");
        assertThat(found.find("parts")).hasValue("one & three");
        assertThat(found.find("int")).hasValue("12");
        assertThat(found.find("truth")).hasValue("true");
        assertThat(found.find("nothing")).isEmpty();
        assertThat(found.findEnding("xt")).isEqualTo(found.find("text"));
        assertThat(found.findEnding("zzz")).isEmpty();
    }

    @Test
    void whatAFileIsMeantToBeShowsWithoutParsing() throws ImportException {
        assertThat(isMeant(FILE, "text")).isTrue();
        assertThat(isMeant(FILE, "other", "uth")).isTrue();
        assertThat(isMeant(FILE, "other")).isFalse();
        assertThat(isMeant("<map><string name='text'/>", "text")).isTrue();
        assertThat(isMeant("<?xml version='1.0'?><other name='text'/>", "text")).isFalse();
        assertThat(isMeant("{\"map\": \"text\"}", "text")).isFalse();
    }

    private static boolean isMeant(String text, String... endings) throws ImportException {
        try (var file = ImportFile.of(text.getBytes(UTF_8))) {
            return AndroidPreferences.isMeant(file, endings);
        }
    }

    @Test
    void whatIsNotWellFormedIsDamagedAndItsPlaceIsTold() {
        for (var text : List.of(
                "",
                "<map>",
                "<map><string name=\"a\">",
                "<map><string name=\"a\"><b/></string></map>",
                "<map><set></map>",
                "<map>stray</map>",
                "<other/>",
                "<map/><map/>",
                "<map/>more",
                "<map a=\"1\" a=\"2\"/>",
                "<map><string name=\"a\">&undeclared;</string></map>")) {
            assertThatExceptionOfType(DamagedImportException.class)
                    .as(text)
                    .isThrownBy(() -> read(text))
                    .withMessageContaining("does not contain valid app settings")
                    .withMessageNotContaining("undeclared");
        }
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> read("<map>\n  <string name=\"a\"></b></map>"))
                .withMessageContaining("line 2");
    }

    @Test
    void noDocumentTypeIsReadAndNothingOutside() {
        for (var text : List.of(
                "<!DOCTYPE map><map/>",
                "<!DOCTYPE map SYSTEM \"file:///etc/hostname\"><map/>",
                "<!DOCTYPE map [<!ENTITY a \"aaa\">]><map><string name=\"a\">&a;</string></map>",
                "<!DOCTYPE map [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><map><string name=\"a\">&a;</string></map>")) {
            assertThatExceptionOfType(DamagedImportException.class).as(text).isThrownBy(() -> read(text));
        }
    }

    @Test
    void aLongTextOfManyReferencesIsRead() throws ImportException {
        var found = read("<map><string name=\"a\">" + "&quot;&#97;".repeat(200_000) + "</string></map>");
        assertThat(found.find("a")).hasValue("\"a".repeat(200_000));
    }

    @Test
    void depthIsRefusedBeforeItCostsAnything() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> read("<map><set name=\"a\">" + "<b>".repeat(2_000_000)))
                .withMessageContaining("line 1");
    }
}
