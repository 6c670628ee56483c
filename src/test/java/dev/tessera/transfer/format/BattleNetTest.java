package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BattleNetTest {
    private static final byte[] MASK = HexFormat.of()
            .parseHex("398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6c80d2fb38068773fa59ba47c17ca6c"
                    + "6479015c1d5b8b8f6b9a");
    private static final String SECRET = "3132333435363738393031323334353637383930";

    private static String masked(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= MASK[i];
        }
        return HexFormat.of().formatHex(bytes);
    }

    private static String settings(String serial, String secret, String more) {
        var prefix = "com.blizzard.messenger.AUTHENTICATOR_";
        return "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>"
                + "<string name=\"" + prefix + "DEVICE_SECRET\">" + secret + "</string>"
                + "<string name=\"" + prefix + "SERIAL\">" + serial + "</string>" + more + "</map>";
    }

    @Test
    void theMaskIsTakenFromSerialAndSecret() throws ImportException {
        var found = Exports.read(settings(masked("US-1234-5678-9012"), masked(SECRET), ""));
        assertThat(found.format()).isEqualTo("battlenet");
        assertThat(Expected.allOf(found))
                .containsExactly(Expected.of("Battle.net / US-1234-5678-9012", SECRET, "totp SHA1 8 30"));
    }

    @Test
    void eachBadValueIsToldAndHoldsNoSecret() throws ImportException {
        for (var file : new String[] {
            settings(masked("US-1"), "zz", ""),
            settings(masked("US-1"), SECRET, ""),
            settings(masked("US-1"), "00".repeat(58), ""),
            settings(masked("US-1"), masked("GEZDGNBV"), ""),
            settings("zz", masked(SECRET), ""),
            settings(
                    masked("US-1"),
                    masked(SECRET),
                    "<string name=\"a.AUTHENTICATOR_CREDENTIALS_ENCRYPTION_TYPE\">KEY</string>"),
            "<map><string name='x.AUTHENTICATOR_SERIAL'>" + masked("US-1") + "</string></map>"
        }) {
            try (var found = Exports.read(file)) {
                assertThat(found.entries()).isEmpty();
                assertThat(found.rejected()).singleElement().satisfies(rejected -> {
                    assertThat(rejected.label()).startsWith("Battle.net");
                    assertThat(rejected.reason()).isNotBlank().doesNotContain("3132");
                });
            }
        }
    }

    @Test
    void withoutASerialTheIssuerIsEnough() throws ImportException {
        var found =
                Exports.read("<map><string name='a.AUTHENTICATOR_DEVICE_SECRET'>" + masked(SECRET) + "</string></map>");
        assertThat(Expected.allOf(found)).containsExactly(Expected.of("Battle.net / ", SECRET, "totp SHA1 8 30"));
    }

    @Test
    void settingsThatAreCutOffAreDamaged() {
        var file = settings(masked("US-1"), masked(SECRET), "");
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(file.substring(0, file.length() - 10)));
    }
}
