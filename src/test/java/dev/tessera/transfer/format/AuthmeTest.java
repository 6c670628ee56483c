package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.Rejected;
import dev.tessera.transfer.UnsupportedImportException;
import org.junit.jupiter.api.Test;

class AuthmeTest {

    private static String file(String text) {
        return "{\"role\": \"codes\", \"encrypted\": false, \"codes\": \"" + Exports.base64(text.getBytes(UTF_8))
                + "\", \"date\": \"2024.01.01\", \"version\": 3}";
    }

    @Test
    void eachGroupIsAnAccount() throws ImportException {
        var found = Exports.read(file("""

                Name:   ann: the first, "really"\s
                Secret: GEZDGNBVGY3TQOJQ\s
                Issuer: Züge\s
                Type:   OTP_TOTP

                Name:   bob\r
                Secret: gezd gnbv\r
                Issuer:\r
                Type:   OTP_HOTP\r
                Name:   next
                Secret: GEZDGNBV
                Issuer: Acme
                """));
        assertThat(found.format()).isEqualTo("authme");
        assertThat(Expected.allOf(found))
                .containsExactly(
                        Expected.of("Züge / ann: the first, \"really\"", "31323334353637383930", "totp SHA1 6 30"),
                        Expected.of(" / bob", "3132333435", "hotp SHA1 6 0"),
                        Expected.of("Acme / next", "3132333435", "totp SHA1 6 30"));
        assertThat(found.rejected()).isEmpty();
    }

    @Test
    void anEmptyFileIsAnEmptyImport() throws ImportException {
        assertThat(Exports.read(file("")).entries()).isEmpty();
        assertThat(Exports.read(file("\n \n")).rejected()).isEmpty();
    }

    @Test
    void eachBadAccountIsNamedAndCostsNoOther() throws ImportException {
        var found = Exports.read(file("""
                Name: a
                Secret: 1
                Issuer: A

                Name: b

                Name: c
                Type: X
                Secret: GEZDGNBV

                any other line

                Name: good
                Secret: GEZDGNBV
                """));
        assertThat(found.rejected())
                .containsExactly(
                        new Rejected("A (a)", "secret is not Base32: '1' at position 1"),
                        new Rejected("b", "secret is missing"),
                        new Rejected("c", "the type is not known; it must be totp, hotp, steam, motp or yandex"),
                        new Rejected("entry 4", "secret is missing"));
        assertThat(found.entries()).hasSize(1);
    }

    @Test
    void whatOnlyAuthmeOpensAndWhatIsDamagedIsToldSo() {
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(file("Name: a").replace("false", "true")))
                .withMessageContaining("choose Export");
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("{\"role\": \"codes\", \"codes\": \"!\"}"));
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("{\"role\": \"codes\", \"codes\": \"AAEC\"}"));
    }
}
