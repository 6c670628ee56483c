package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotpAuthenticatorTest {
    private static final String ACCOUNTS = """
            [{"issuer": "Acme", "name": "ann", "key": "3132333435", "base": 16, "digits": "8", "period": "60",
              "accountHeaderLabel": "Work", "isFavorite": true, "iconLabel": ""},
             {"issuer": "Thirty-two", "name": "bob", "key": "gezd gnbv", "base": 32, "digits": "", "period": "",
              "accountHeaderLabel": "", "isFavorite": false},
             {"issuer": "Sixty-four", "name": "carl", "key": "MTIzNDU=", "base": 64},
             {"issuer": "Base", "name": "", "key": "GEZDGNBV", "base": 10},
             {"issuer": "Digits", "name": "", "key": "GEZDGNBV", "base": 32, "digits": "many"},
             {"issuer": "Period", "name": "", "key": "GEZDGNBV", "base": 32, "period": "0"},
             {"issuer": "Hex", "name": "", "key": "GEZD", "base": 16},
             {"issuer": "None", "name": ""}]""".replace("\n", "");

    private static final String BACKUP = "{\"" + ACCOUNTS.replace("\"", "\\\"") + "\": \"4711\"}";

    private static void assertIsRead(Import found) {
        assertThat(found.format()).isEqualTo("totp_authenticator");
        assertThat(Expected.allOf(found))
                .containsExactly(
                        Expected.of("Acme / ann", "3132333435", "totp SHA1 8 60")
                                .tagged("Work"),
                        Expected.of("Thirty-two / bob", "3132333435", "totp SHA1 6 30"),
                        Expected.of("Sixty-four / carl", "3132333435", "totp SHA1 6 30"));
        assertThat(found.entries().getFirst().extras().pinned()).isTrue();
        assertThat(found.rejected()).extracting("label").containsExactly("Base", "Digits", "Period", "Hex", "None");
    }

    @Test
    void aBackupUnderThePassphraseOfThePersonOpensWithItAlone() throws Exception {
        var file = Boxes.totpAuthenticator(BACKUP, Exports.PASSPHRASE);
        assertIsRead(Exports.read(file, Exports.PASSPHRASE));
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(file, "wrong"));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
    }

    @Test
    void aBackupUnderThePassphraseOfTheAppNeedsNone() throws Exception {
        var file = Boxes.totpAuthenticator(BACKUP, "TotpAuthenticator");
        assertIsRead(Exports.read(file));
        assertIsRead(Exports.read(file, "whatever was typed"));
        assertIsRead(Exports.read(file.replaceAll("(.{76})", "$1\r\n")));
    }

    @Test
    void theSettingsOfTheAppHoldTheSame() throws ImportException {
        assertIsRead(Exports.read("<?xml version='1.0' encoding='utf-8'?>\n<map><int name=\"A\" value=\"1\" />"
                + "<string name=\"STATIC_TOTP_CODES_LIST\">" + ACCOUNTS.replace("\"", "&quot;") + "</string></map>"));
    }

    @Test
    void whatOpensAndIsNoListIsDamaged() throws Exception {
        for (var content :
                List.of("{\"no list\": \"" + "0".repeat(60) + "\"}", "{\"{}\": \"" + "0".repeat(60) + "\"}")) {
            var file = Boxes.totpAuthenticator(content, Exports.PASSPHRASE);
            assertThatExceptionOfType(DamagedImportException.class)
                    .isThrownBy(() -> Exports.read(file, Exports.PASSPHRASE));
        }
        var noJson = Boxes.totpAuthenticator("{" + "x".repeat(80), Exports.PASSPHRASE);
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> Exports.read(noJson, Exports.PASSPHRASE));
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("<map><string name='X_STATIC_TOTP_CODES_LIST'>[]</string></map>"));
    }

    @Test
    void base64OfAnotherLengthIsNothingOfIts() {
        assertThatExceptionOfType(UnsupportedImportException.class).isThrownBy(() -> Exports.read("A".repeat(84)));
    }
}
