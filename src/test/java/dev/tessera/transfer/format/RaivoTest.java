package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.transfer.zip.Zips;
import org.junit.jupiter.api.Test;

class RaivoTest {
    private static final String NAME = "raivo-otp-export.json";
    private static final String CONTENT = """
            [{"issuer": "Acme", "account": "ann", "secret": "GEZDGNBV", "kind": "TOTP", "algorithm": "SHA512",
              "digits": "8", "timer": "60", "counter": "0", "pinned": "true", "iconValue": "", "iconType": ""},
             {"issuer": "Odd", "account": "bob", "secret": "GEZDGNBV", "kind": "HOTP", "algorithm": "SHA256",
              "digits": "7", "timer": "30", "counter": "12"},
             {"issuer": "Bare", "account": "", "secret": "GEZDGNBV", "kind": "TOTP", "timer": ""},
             {"issuer": "A", "account": "a", "secret": "GEZ1", "kind": "TOTP", "timer": "30"},
             {"issuer": "B", "account": "b", "secret": "", "kind": "TOTP", "timer": "30"},
             {"issuer": "C", "account": "c", "secret": "GEZDGNBV", "kind": "TOTP", "timer": "0"},
             {"issuer": "D", "account": "d", "secret": "GEZDGNBV", "kind": "TOTP", "timer": "soon"},
             {"issuer": "E", "account": "e", "secret": "GEZDGNBV", "kind": "TOTP", "digits": "11", "timer": "30"},
             {"issuer": "F", "account": "f", "secret": "GEZDGNBV", "kind": "HOTP", "counter": "-1", "timer": "30"},
             {"issuer": "G", "account": "g", "secret": "GEZDGNBV", "kind": "other", "timer": "30"},
             {"issuer": "H", "account": "h", "secret": "GEZDGNBV", "kind": "TOTP", "algorithm": "MD5", "timer": "30"},
             7]""";

    @Test
    void theListAndEachZipHoldTheSame() throws ImportException {
        for (var found : new Import[] {
            Exports.read(CONTENT),
            Exports.read(Zips.aes(Exports.PASSPHRASE, NAME, CONTENT), Exports.PASSPHRASE),
            Exports.read(Zips.plain("any folder/" + NAME, CONTENT))
        }) {
            assertThat(found.format()).isEqualTo("raivo");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "3132333435", "totp SHA512 8 60"),
                            Expected.of("Odd / bob", "3132333435", "hotp SHA256 7 12"),
                            Expected.of("Bare / ", "3132333435", "totp SHA1 6 30"));
            assertThat(found.entries())
                    .extracting(entry -> entry.extras().pinned())
                    .containsExactly(true, false, false);
            assertThat(found.rejected())
                    .extracting("label")
                    .containsExactly(
                            "A (a)", "B (b)", "C (c)", "D (d)", "E (e)", "F (f)", "G (g)", "H (h)", "entry 12");
            assertThat(found.rejected().get(3).reason()).isEqualTo("timer is not a whole number");
        }
    }

    @Test
    void aWrongPassphraseAndNoneAreToldApart() {
        byte[] file = Zips.aes(Exports.PASSPHRASE, NAME, CONTENT);
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> Exports.read(file, "1234"))
                .withMessageContaining("not its PIN");
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
    }

    @Test
    void anEmptyListIsEmptyAndWhatIsNoListIsDamaged() throws ImportException {
        assertThat(Exports.read(Zips.plain(NAME, "[]")).entries()).isEmpty();
        for (var content : new String[] {"", "{}", "text"}) {
            assertThatExceptionOfType(DamagedImportException.class)
                    .isThrownBy(() -> Exports.read(Zips.plain(NAME, content)))
                    .withMessageContaining("Export it again from Raivo");
        }
    }
}
