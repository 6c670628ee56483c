package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import org.junit.jupiter.api.Test;

class TwoFAuthTest {
    private static String file(String data) {
        return "{\"app\": \"2fauth_v3.4.1\", \"schema\": 1, \"datetime\": \"2022-12-14\", \"data\": " + data + "}";
    }

    @Test
    void eachKindIsRead() throws ImportException {
        var found = Exports.read(file("""
                [{"otp_type": "totp", "account": "ann", "service": "Acme", "icon": null, "secret": "GEZDGNBV",
                  "digits": 7, "algorithm": "sha256", "period": 40, "counter": null,
                  "legacy_uri": "otpauth://totp/Old:old?secret=AAAA"},
                 {"otp_type": "hotp", "account": "bob", "service": null, "secret": "GEZDGNBV", "digits": 6,
                  "algorithm": "sha1", "period": null, "counter": 5},
                 {"otp_type": "steamtotp", "account": "eve", "service": "Steam", "secret": "GEZDGNBV", "digits": 5,
                  "algorithm": "sha1", "period": 30},
                 {"account": "bare", "secret": "GEZDGNBV"}]"""));
        assertThat(found.format()).isEqualTo("2fauth");
        assertThat(Expected.allOf(found))
                .containsExactly(
                        Expected.of("Acme / ann", "3132333435", "totp SHA256 7 40"),
                        Expected.of(" / bob", "3132333435", "hotp SHA1 6 5"),
                        Expected.of("Steam / eve", "3132333435", "steam SHA1 5 30"),
                        Expected.of(" / bare", "3132333435", "totp SHA1 6 30"));
        assertThat(found.rejected()).isEmpty();
    }

    /// What its server could not decrypt, it exports as such a text.
    @Test
    void aBadAccountCostsNoOther() throws ImportException {
        var found = Exports.read(file("""
                [{"account": "a", "secret": "*indecipherable*"}, {"account": "b"},
                 {"account": "c", "secret": "GEZDGNBV", "otp_type": "other"},
                 {"account": "d", "secret": "GEZDGNBV", "period": 0},
                 {"account": "e", "secret": "GEZDGNBV", "digits": 0},
                 {"account": "f", "secret": "GEZDGNBV", "otp_type": "hotp", "counter": -1},
                 {"account": "g", "secret": "GEZDGNBV", "algorithm": "md5"},
                 null, {"account": "h", "secret": "GEZDGNBV"}]"""));
        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected()).extracting("label").containsExactly("a", "b", "c", "d", "e", "f", "g", "entry 8");
    }

    @Test
    void anEmptyListIsEmptyAndOneThatIsNoneIsDamaged() throws ImportException {
        assertThat(Exports.read(file("[]")).entries()).isEmpty();
        assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> Exports.read(file("{}")));
        assertThatExceptionOfType(DamagedImportException.class).isThrownBy(() -> Exports.read(file("[,]")));
    }
}
