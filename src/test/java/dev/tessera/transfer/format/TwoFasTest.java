package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.WrongImportPassphraseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoFasTest {
    private static final String SERVICES = """
            [{"name": "Acme", "secret": "gezd gnbv gy3t qojq", "groupId": "g",
              "otp": {"account": "ann", "issuer": "Acme Inc", "digits": 8, "period": 60, "algorithm": "SHA256",
                      "tokenType": "TOTP"}},
             {"name": "Count", "secret": "GEZDGNBV",
              "otp": {"account": "c", "counter": 9, "digits": null, "algorithm": null, "tokenType": "HOTP"}},
             {"name": "Steam", "secret": "STEAMKEY", "otp": {"tokenType": "STEAM", "digits": 5}},
             {"name": "By label", "secret": "GEZDGNBV", "otp": {"label": "ann", "account": ""}},
             {"name": "By link", "secret": "GEZDGNBV",
              "otp": {"label": "By link", "link": "otpauth://totp/Other:ann%40example.org?secret=GEZDGNBV"}},
             {"name": "No otp", "secret": "GEZDGNBV"}]""";

    private static final Expected[] ENTRIES = {
        Expected.of("Acme Inc / ann", "31323334353637383930", "totp SHA256 8 60")
                .tagged("Work"),
        Expected.of("Count / c", "3132333435", "hotp SHA1 6 9"),
        Expected.of("Steam / ", "94c8062898", "steam SHA1 5 30"),
        Expected.of("By label / ann", "3132333435", "totp SHA1 6 30"),
        Expected.of("By link / ann@example.org", "3132333435", "totp SHA1 6 30"),
        Expected.of("No otp / ", "3132333435", "totp SHA1 6 30")
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 9})
    void eachSchemaIsReadAndLaterOnesToo(int schema) throws ImportException {
        var file = "{\"services\": " + SERVICES + ", \"schemaVersion\": " + schema
                + ", \"groups\": [{\"id\": \"g\", \"name\": \"Work\"}]}";
        try (var found = Exports.read(file)) {
            assertThat(found.format()).isEqualTo("2fas");
            assertThat(Expected.allOf(found)).containsExactly(ENTRIES);
        }
    }

    @Test
    void groupsMayBeNull() throws ImportException {
        var file = "{\"services\": " + SERVICES + ", \"groups\": null}";
        assertThat(Exports.read(file).entries())
                .hasSize(6)
                .first()
                .satisfies(entry -> assertThat(entry.extras().tags()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 256})
    void aSealedFileOpensWithItsPassphrase(int saltLength) throws ImportException {
        var file = Exports.twoFas(SERVICES, saltLength);
        assertThat(Expected.allOf(Exports.read(file, Exports.PASSPHRASE))).containsExactly(ENTRIES);
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> Exports.read(file, Exports.PASSPHRASE.strip()));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
    }

    @Test
    void aSealedPartOfAnotherShapeIsDamaged() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("{\"services\": [], \"servicesEncrypted\": \"AAAA:AAAA\"}", "any"));
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("{\"services\": [], \"servicesEncrypted\": \"*:AAAA:AAAA\"}", "any"));
    }

    @Test
    void aHashThatMakesNoCodesHereIsToldByName() throws ImportException {
        var file =
                "{\"services\": [{\"name\": \"Odd\", \"secret\": \"GEZDGNBV\", \"otp\": {\"algorithm\": \"SHA384\"}}]}";
        try (var found = Exports.read(file)) {
            assertThat(found.entries()).isEmpty();
            assertThat(found.rejected()).singleElement().satisfies(rejected -> {
                assertThat(rejected.label()).isEqualTo("Odd");
                assertThat(rejected.reason()).contains("SHA384");
            });
        }
    }

    @Test
    void withoutServicesItIsDamaged() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("{\"schemaVersion\": 4, \"groups\": []}"))
                .withMessageContaining("services");
    }
}
