package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StratumTest {
    private static final String YANDEX = "6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY";

    private static final String BACKUP = """
            {"Authenticators": [
             {"Type": 2, "Icon": "@ab", "Issuer": "Acme", "Username": "ann", "Secret": "GEZDGNBV", "Pin": null,
              "Algorithm": 2, "Digits": 8, "Period": 60, "Counter": 0, "CopyCount": 3, "Ranking": 0},
             {"Type": 1, "Issuer": "Count", "Username": null, "Secret": "GEZDGNBVGY3TQOJQ", "Algorithm": 1, "Digits": 7,
              "Period": 30, "Counter": 9},
             {"Type": 3, "Issuer": "Vpn", "Username": "ann", "Secret": "E3152AFEE62599C8", "Pin": "1234", "Digits": 6,
              "Period": 10},
             {"Type": 4, "Issuer": "Steam", "Username": "gamer", "Secret": "STEAMKEY", "Digits": 5, "Period": 30},
             {"Type": 5, "Issuer": "Yandex", "Username": "ann", "Secret": "%s", "Pin": "5239", "Digits": 8},
             {"Issuer": "Steam", "Type": 2, "Secret": "ASKDJKS"},
             {"Type": 2, "Issuer": "Digits", "Secret": "GEZDGNBV", "Digits": 0},
             {"Type": 2, "Issuer": "Period", "Secret": "GEZDGNBV", "Period": -1},
             {"Type": 1, "Issuer": "Counter", "Secret": "GEZDGNBV", "Counter": -1},
             {"Type": 6, "Issuer": "Type", "Secret": "GEZDGNBV"},
             {"Type": 2, "Issuer": "Hash", "Secret": "GEZDGNBV", "Algorithm": 3},
             {"Type": 2, "Issuer": "Secret", "Secret": "0189"},
             {"Type": 2, "Issuer": "None", "Secret": ""},
             {"Type": 3, "Issuer": "No hex", "Secret": "GEZDGNBV", "Pin": "1"},
             {"Type": 3, "Issuer": "No PIN", "Secret": "e3152afe", "Pin": null}],
             "Categories": [{"Id": "5df8f5a9", "Name": "Work", "Ranking": 0}, {"Id": "0", "Name": "Play"}],
             "AuthenticatorCategories": [
              {"CategoryId": "5df8f5a9", "AuthenticatorSecret": "GEZDGNBV", "Ranking": 0},
              {"CategoryId": "0", "AuthenticatorSecret": "GEZDGNBV"},
              {"CategoryId": "gone", "AuthenticatorSecret": "STEAMKEY"}],
             "CustomIcons": [{"Id": "ab", "Data": "AAAA"}]}""".formatted(YANDEX);

    private static final Expected ACME = Expected.of("Acme / ann", "3132333435", "totp SHA512 8 60");

    private static final Expected[] ENTRIES = {
        ACME.tagged("Work", "Play"),
        Expected.of("Count / ", "31323334353637383930", "hotp SHA256 7 9"),
        new Expected("Vpn / ann", "e3152afee62599c8", "motp MD5 6 10", "1234", List.of()),
        Expected.of("Steam / gamer", "94c8062898", "steam SHA1 5 30"),
        new Expected(
                "Yandex / ann",
                "f483a429acf3839782a1acdc71aa5c280000000019693830338e",
                "yandex SHA256 8 30",
                "5239",
                List.of()),
        Expected.of("Steam / ", "049434aa", "totp SHA1 6 30")
    };

    private static final String[] REJECTED = {
        "Digits", "Period", "Counter", "Type", "Hash", "Secret", "None", "No hex", "No PIN"
    };

    private static void assertIsBackup(Import found) {
        assertThat(found.format()).isEqualTo("stratum");
        assertThat(Expected.allOf(found)).containsExactly(ENTRIES);
        assertThat(found.rejected()).extracting("label").containsExactly((Object[]) REJECTED);
        assertThat(found.rejected())
                .extracting("reason")
                .allSatisfy(reason -> assertThat(reason.toString()).isNotBlank());
    }

    @Test
    void aPlainBackupHoldsAllKinds() throws ImportException {
        assertIsBackup(Exports.read(BACKUP));
    }

    @Test
    void bothSealedFormsHoldTheSame() throws ImportException {
        for (byte[] file : List.of(Boxes.stratumStrong(BACKUP), Boxes.stratumLegacy(BACKUP))) {
            assertIsBackup(Exports.read(file, Exports.PASSPHRASE));
            assertThatExceptionOfType(WrongImportPassphraseException.class)
                    .isThrownBy(() -> Exports.read(file, Exports.PASSPHRASE.strip()));
            assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
            file[file.length - 1] ^= 1;
            assertThatExceptionOfType(WrongImportPassphraseException.class)
                    .isThrownBy(() -> Exports.read(file, Exports.PASSPHRASE));
            assertThatExceptionOfType(DamagedImportException.class)
                    .isThrownBy(() -> Exports.read(Arrays.copyOf(file, 40), Exports.PASSPHRASE));
        }
    }

    @Test
    void aSealedBackupOfSomethingElseIsDamagedOrNobodyCanTell() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(Boxes.stratumStrong("{\"a\": 1}"), Exports.PASSPHRASE))
                .withMessageContaining("Authenticators");
        for (var content : List.of("{\"a\": 1}", "{", "no JSON")) {
            assertThatExceptionOfType(WrongImportPassphraseException.class)
                    .isThrownBy(() -> Exports.read(Boxes.stratumLegacy(content), Exports.PASSPHRASE));
        }
    }

    @Test
    void aBackupWithoutItsAccountsIsDamaged() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("{\"Authenticators\": {}}"));
    }

    private static Databases.Table[] tables() {
        return new Databases.Table[] {
            Databases.Table.of(
                    "Authenticator",
                    "\"type\" integer ,\n\"issuer\" varchar(32) ,\n\"username\" varchar(40) ,\n\"secret\" varchar primary key"
                            + " not null ,\n\"pin\" varchar ,\n\"algorithm\" integer ,\n\"digits\" integer ,\n\"period\""
                            + " integer ,\n\"counter\" integer ,\n\"ranking\" integer ",
                    List.of(2, "Acme", "ann", "GEZDGNBV", "", 2, 8, 60, 0, 0),
                    List.of(1, "Count", "", "GEZDGNBVGY3TQOJQ", "", 1, 7, 30, 9, 0),
                    List.of(3, "Vpn", "ann", "e3152afee62599c8", "1234", 0, 6, 10, 0, 0),
                    List.of(2, "Bad", "", "0189", "", 0, 6, 30, 0, 0)),
            Databases.Table.of(
                    "category",
                    "\"id\" varchar(8) primary key not null , \"name\" varchar(32) , \"ranking\" integer",
                    List.of("5df8f5a9", "Work", 0)),
            Databases.Table.of(
                    "authenticatorcategory",
                    "\"categoryId\" varchar , \"authenticatorSecret\" varchar , \"ranking\" integer",
                    List.of("5df8f5a9", "GEZDGNBV", 0))
        };
    }

    private static void assertIsDatabase(Import found) {
        assertThat(found.format()).isEqualTo("stratum");
        assertThat(Expected.allOf(found)).containsExactly(ACME.tagged("Work"), ENTRIES[1], ENTRIES[2]);
        assertThat(found.rejected()).extracting("label").containsExactly("Bad");
    }

    @Test
    void theDatabaseOfTheAppIsReadPlainAndSealed() throws ImportException {
        assertIsDatabase(Exports.read(Databases.of(tables())));
        byte[] sealed = Boxes.sqlCipher4(Databases.of(4096, 80, tables()));
        assertIsDatabase(Exports.read(sealed, Exports.PASSPHRASE));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(sealed));
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(sealed, "wrong"));
        sealed[sealed.length - 100] ^= 1;
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(sealed, Exports.PASSPHRASE));
    }

    @Test
    void aDatabaseWithoutItsLogIsReadAndTold() throws ImportException {
        var found = Exports.read(Databases.withLog(tables()));
        assertIsDatabase(found);
        assertThat(found.notes()).singleElement().asString().contains("-wal");
    }

    @Test
    void thePageForABrowserIsReadWithoutWhatItDoesNotHold() throws ImportException {
        var page = """
                <!doctype html>
                <html><head><meta charset="utf-8"><title>Authenticator Pro Backup</title></head><body>
                <code>otpauth://totp/A%26B%3Aann?secret=GEZDGNBV&amp;issuer=A%26B</code><code> </code>
                <CODE class="link">motp://Vpn&#x3a;ann?secret=e3152afee62599c8</CODE></body></html>""";
        var found = Exports.read(page);
        assertThat(found.format()).isEqualTo("stratum");
        assertThat(Expected.allOf(found)).containsExactly(Expected.of("A&B / ann", "3132333435", "totp SHA1 6 30"));
        assertThat(found.rejected()).hasSize(2);
        assertThat(found.rejected().getLast().reason()).contains("pin");
        // Of any other page it is not known what it leaves out.
        assertThat(Exports.read(page.replace("Authenticator Pro", "Other")).format())
                .isEqualTo("qr");
    }

    @Test
    void theSettingsOfTheAppNameTheNextStep() {
        var settings = "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>"
                + "<boolean name=\"pref_autoBackupEnabled\" value=\"true\" /></map>";
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(settings.getBytes(UTF_8)))
                .withMessageContaining("authenticator.db3");
    }
}
