package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CotpTest {
    private static final String PASSPHRASE = "pa$$w0rd";

    /// Sealed by libsodium under the key that cotp's own test names for this passphrase and salt.
    private static final String SEALED = """
            {"version": 1, "nonce": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", "salt": "MDEyMzQ1Njc4OWFiY2RlZg==",
             "cipher": "YkOoA8XMfIYBPcIaymhuQLzlvLY4MNQ7tGMIPdUGFptOVGLbGe8+pK9FwHXrfLMkLYeHhe+xZmW6gSRr+TSxZ38znoDrfQQZ2jVg\
            WSdeQlTvkc4gemAlQkEoxaQfyYNG/nWdgdD0MTCs8aZ2EAHcHil80i+CbOqn4dOAZKoZuI88x8kc4Yw4DUMmH0Ty2OQt3eagrntB1T4pzMKqscL9\
            Y7cpTSYuqtTU7DHkzHXhQRG8oz4AJo3thxnr"}""";

    /// Sealed by libsodium.
    private static final String OLD = "1|AAECAwQFBgcICQoLDA0ODw==|lhhHMATICwdWOQeVN8AXzF9+Q4DjO/7S|"
            + "BWhZd4MFR0+ZKYRvrI0G/tqeLOu0wiWw7rg7jXv2aldd/6KG7YSYnECD1+ta3/X5coV8yOnDLNprkaUSH+RQBtKbQy7hlZMZWNQcXm9CyFqy"
            + "wCdpBAdxGaJ9BlLdZW49kKAyXVTUEU6AU+LfGmv8R3de6c07lAHwIhMAt63yiykmDuox+wKZdVR/ir/NhJX9pU//RysdaUVjBu2iSV9gE1WU\n";

    private static final String ELEMENTS = """
            [{"secret": "GEZDGNBVGY3TQOJQ", "issuer": "Acme", "label": "ann", "digits": 8, "type": "TOTP",
              "algorithm": "SHA512", "period": 60, "counter": null, "pin": null},
             {"secret": "GEZDGNBV", "issuer": "", "label": "bob", "digits": 6, "type": "Hotp", "algorithm": "OTPSha256",
              "period": 30, "counter": 3, "pin": null},
             {"secret": "STEAMKEY", "issuer": "Steam", "label": "gamer", "digits": 5, "type": "STEAM",
              "algorithm": "SHA1", "period": 30, "counter": null, "pin": null},
             {"secret": "6SB2IKNM6OBZPAVBVTOHDKS4FA", "issuer": "Y", "label": "y", "digits": 8, "type": "YANDEX",
              "algorithm": "SHA256", "period": 30, "counter": null, "pin": "5239"},
             {"secret": "e3152afee62599c8", "issuer": "M", "label": "m", "digits": 6, "type": "MOTP",
              "algorithm": "MD5", "period": 10, "counter": null, "pin": "1234"}]""";

    private static final Expected[] ENTRIES = {
        Expected.of("Acme / ann", "31323334353637383930", "totp SHA512 8 60"),
        Expected.of(" / bob", "3132333435", "hotp SHA256 6 3"),
        Expected.of("Steam / gamer", "94c8062898", "steam SHA1 5 30"),
        new Expected("Y / y", "f483a429acf3839782a1acdc71aa5c28", "yandex SHA256 8 30", "5239", List.of()),
        new Expected("M / m", "e3152afee62599c8", "motp MD5 6 10", "1234", List.of())
    };

    @Test
    void aDatabaseOfEitherVersionAndABareListAreReadInFull() throws ImportException {
        for (var file : List.of(
                "{\"version\": 2, \"elements\": " + ELEMENTS + "}",
                "{\"version\": 1, \"elements\": " + ELEMENTS + "}",
                ELEMENTS)) {
            var found = Exports.read(file);
            assertThat(found.format()).isEqualTo("cotp");
            assertThat(Expected.allOf(found)).containsExactly(ENTRIES);
            assertThat(found.rejected()).isEmpty();
        }
        assertThat(Exports.read("{\"version\": 2, \"elements\": []}").entries()).isEmpty();
    }

    @Test
    void linksInJsonAreRead() throws ImportException {
        var found = Exports.read("{\"items\": [\"otpauth://totp/Acme:ann?secret=GEZDGNBV&lock=false\", \"none\"]}");
        assertThat(found.format()).isEqualTo("cotp");
        assertThat(Expected.allOf(found)).containsExactly(Expected.of("Acme / ann", "3132333435", "totp SHA1 6 30"));
        assertThat(found.rejected()).extracting("label").containsExactly("item 2");
    }

    @Test
    void sealedDatabasesOfAllTimesOpenWithTheirPassphraseAlone() throws ImportException {
        assertThat(Expected.allOf(Exports.read(SEALED, PASSPHRASE)))
                .containsExactly(Expected.of("Acme / ann", "31323334353637383930", "totp SHA256 8 60"));
        assertThat(Expected.allOf(Exports.read(OLD, PASSPHRASE)))
                .containsExactly(Expected.of("Old / bob", "31323334353637383930", "totp SHA1 6 30"));
        for (var file : List.of(SEALED, OLD)) {
            assertThatExceptionOfType(WrongImportPassphraseException.class)
                    .isThrownBy(() -> Exports.read(file, "wrong"));
            assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
        }
    }

    @Test
    void aDamagedBoxIsToldAsSuch() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(SEALED.replace("AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", "AAEC"), PASSPHRASE))
                .withMessageContaining("nonce has 3 bytes");
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(SEALED.replace("MDEyMzQ1Njc4OWFiY2RlZg==", "!"), PASSPHRASE))
                .withMessageContaining("salt");
    }

    @Test
    void eachBadEntryIsNamedAndCostsNoOther() throws ImportException {
        assertRejected("\"secret\": \"\", \"type\": \"TOTP\"", "secret is missing");
        assertRejected("\"secret\": \"1\", \"type\": \"TOTP\"", "secret is not Base32");
        assertRejected("\"secret\": \"GEZDGNBV\", \"type\": \"XOTP\"", "the type is not known");
        assertRejected(
                "\"secret\": \"GEZDGNBV\", \"type\": \"TOTP\", \"algorithm\": \"OTPMd5\"", "algorithm is OTPMd5");
        assertRejected("\"secret\": \"GEZDGNBV\", \"type\": \"TOTP\", \"digits\": 11", "digits is 11");
        assertRejected("\"secret\": \"GEZDGNBV\", \"type\": \"MOTP\", \"pin\": \"1\"", "secret is not hexadecimal");
        assertRejected("\"secret\": \"e3152afee62599c8\", \"type\": \"MOTP\"", "pin is missing");
        assertRejected("\"secret\": \"6SB2IKNM6OBZPAVBVTOHDKS4FA\", \"type\": \"YANDEX\"", "pin is missing");
    }

    private static void assertRejected(String members, String reason) throws ImportException {
        var found = Exports.read("{\"version\": 2, \"elements\": [{\"issuer\": \"Acme\", \"label\": \"ann\", " + members
                + "}, {\"label\": \"good\", \"type\": \"TOTP\", \"secret\": \"GEZDGNBV\"}]}");
        assertThat(found.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.label()).isEqualTo("Acme (ann)");
            assertThat(rejected.reason()).contains(reason);
        });
        assertThat(Expected.allOf(found)).containsExactly(Expected.of(" / good", "3132333435", "totp SHA1 6 30"));
    }
}
