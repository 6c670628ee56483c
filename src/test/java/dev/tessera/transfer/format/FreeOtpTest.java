package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.Rejected;
import org.junit.jupiter.api.Test;

/// The plain files of FreeOTP 1 and FreeOTP+.
class FreeOtpTest {
    private static final String TOKENS = """
            {"algo": "SHA256", "counter": 0, "digits": 8, "issuerExt": "Acme", "issuerInt": "Acme", "label": "ann",
             "period": 60, "secret": [49, 50, -1, -128], "type": "TOTP"},
            {"issuerExt": "Old", "issuerAlt": "New", "label": "old", "labelAlt": "mine", "counter": 300,
             "secret": [49, 50], "type": "HOTP"},
            {"issuerInt": "Inner", "issuerExt": "", "label": "l", "counter": -1, "secret": [255], "type": "HOTP"},
            {"issuerExt": "Steam", "label": "gamer", "digits": 6, "secret": [49, 50], "type": "TOTP"},
            {"label": "bare", "secret": [49, 50], "algo": null}""";

    private static final Expected[] ENTRIES = {
        Expected.of("Acme / ann", "3132ff80", "totp SHA256 8 60"),
        Expected.of("New / mine", "3132", "hotp SHA1 6 300"),
        Expected.of("Inner / l", "ff", "hotp SHA1 6 0"),
        Expected.of("Steam / gamer", "3132", "steam SHA1 5 30"),
        Expected.of(" / bare", "3132", "totp SHA1 6 30")
    };

    private static String plus(String tokens) {
        return "{\"tokenOrder\": [\"Acme:ann\"], \"tokens\": [" + tokens + "]}";
    }

    private static String preferences(String... tokens) {
        var xml = new StringBuilder("<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n");
        for (int i = 0; i < tokens.length; i++) {
            xml.append("<string name=\"token ").append(i).append("\">");
            xml.append(tokens[i].replace("&", "&amp;").replace("\"", "&quot;")).append("</string>\n");
        }
        return xml + "<string name=\"tokenOrder\">[&quot;token 0&quot;]</string>\n"
                + "<boolean name=\"shown\" value=\"true\" /><string name=\"theme\">dark</string>\n</map>";
    }

    @Test
    void aJsonFileIsReadInFull() throws ImportException {
        var found = Exports.read(plus(TOKENS));
        assertThat(found.format()).isEqualTo("freeotp_plus");
        assertThat(Expected.allOf(found)).containsExactly(ENTRIES);
        assertThat(found.rejected()).isEmpty();
    }

    @Test
    void anEmptyListIsAnEmptyImport() throws ImportException {
        assertThat(Exports.read(plus("")).entries()).isEmpty();
    }

    @Test
    void settingsHoldTheSame() throws ImportException {
        var found = Exports.read(preferences(TOKENS.split(",\n(?=\\{)", -1)));
        assertThat(found.format()).isEqualTo("freeotp_v1");
        assertThat(Expected.allOf(found)).containsExactly(ENTRIES);
        assertThat(found.rejected()).isEmpty();
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void settingsWithoutAnOrderAreKnownByTheirTokens() throws ImportException {
        var file = "<map><string name='a'>{&quot;secret&quot;:[49],&quot;label&quot;:&quot;a&quot;}</string></map>";
        assertThat(Expected.allOf(Exports.read(file))).containsExactly(Expected.of(" / a", "31", "totp SHA1 6 30"));
    }

    @Test
    void damagedSettingsAreToldAsSuch() {
        var file = preferences("{\"label\": \"a\"}");
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(file.substring(0, file.length() - 10)));
    }

    @Test
    void eachBadTokenIsNamedAndCostsNoOther() throws ImportException {
        assertRejected("\"secret\": []", "secret is missing");
        assertRejected("\"secret\": null", "secret is missing");
        assertRejected("\"digits\": 6", "secret is missing");
        assertRejected("\"secret\": \"GEZDGNBV\"", "secret is not a sequence of bytes");
        assertRejected("\"secret\": [256]", "secret is not a sequence of bytes");
        assertRejected("\"secret\": [-129]", "secret is not a sequence of bytes");
        assertRejected("\"secret\": [1.5]", "secret is not a sequence of bytes");
        assertRejected("\"secret\": [\"1\"]", "secret is not a sequence of bytes");
        assertRejected("\"secret\": [49], \"type\": \"XOTP\"", "the type is not known");
        assertRejected("\"secret\": [49], \"algo\": \"MD5\"", "algorithm is MD5");
        assertRejected("\"secret\": [49], \"digits\": 0", "digits is 0");
        assertRejected("\"secret\": [49], \"period\": 0", "period is 0");
        assertRejected("\"secret\": [49], \"counter\": \"x\", \"type\": \"HOTP\"", "counter is not a whole number");
    }

    private static void assertRejected(String members, String reason) throws ImportException {
        var bad = "{\"issuerExt\": \"Acme\", \"label\": \"ann\", " + members + "}";
        var good = "{\"label\": \"good\", \"secret\": [49]}";
        for (var found : new Import[] {Exports.read(plus(bad + ", " + good)), Exports.read(preferences(bad, good))}) {
            assertThat(found.rejected()).singleElement().satisfies(rejected -> {
                assertThat(rejected.label()).isEqualTo("Acme (ann)");
                assertThat(rejected.reason()).contains(reason);
            });
            assertThat(Expected.allOf(found)).containsExactly(Expected.of(" / good", "31", "totp SHA1 6 30"));
        }
    }

    @Test
    void aTokenOfBrokenJsonIsNamedByItsKey() throws ImportException {
        var found = Exports.read(preferences("{\"label\": ", "{\"label\": \"good\", \"secret\": [49]}"));
        assertThat(found.rejected()).containsExactly(new Rejected("token 0", "its data is damaged"));
        assertThat(found.entries()).hasSize(1);
    }
}
