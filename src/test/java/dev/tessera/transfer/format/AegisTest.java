package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.Rejected;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.nio.CharBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class AegisTest {
    private static final String CONTENT = """
        {"version": 3, "groups": [{"uuid": "g1", "name": "Work"}, {"uuid": "g2", "name": "Home"}], "entries": [
         {"type": "totp", "name": "ann@example.org", "issuer": "Acme", "note": "a note", "favorite": true,
          "groups": ["g2", "g1", "gone"],
          "info": {"secret": "GEZDGNBVGY3TQOJQ", "algo": "SHA1", "digits": 6, "period": 30}},
         {"type": "totp", "name": "", "issuer": null, "group": "Old",
          "info": {"secret": "mfrg gzdf mztw q2lk", "algo": "sha-256", "digits": 8, "period": 60}},
         {"type": "hotp", "name": "ÄÖ", "issuer": "Züge & Co",
          "info": {"secret": "MFRGGZDFMZTWQ2LK", "algo": "HmacSHA512", "digits": 7, "counter": 300}},
         {"type": "steamtotp", "name": "gamer", "issuer": "Steam", "info": {"secret": "STEAMKEY"}},
         {"type": "motp", "name": "m", "issuer": "M",
          "info": {"secret": "4MKSV7XGEWMMQ", "algo": "MD5", "digits": 6, "period": 10, "pin": "1234"}},
         {"type": "yandex", "name": "y", "issuer": "Y",
          "info": {"secret": "6SB2IKNM6OBZPAVBVTOHDKS4FA", "algo": "SHA256", "digits": 8, "pin": "5239"}},
         {"type": "hotp", "name": "no numbers", "issuer": "Default", "info": {"secret": "MFRGGZDFMZTWQ2LK"}}
        ]}\
        """;

    private static final Expected[] ENTRIES = {
        Expected.of("Acme / ann@example.org", "31323334353637383930", "totp SHA1 6 30")
                .tagged("Home", "Work"),
        Expected.of(" / ", "6162636465666768696a", "totp SHA256 8 60").tagged("Old"),
        Expected.of("Züge & Co / ÄÖ", "6162636465666768696a", "hotp SHA512 7 300"),
        Expected.of("Steam / gamer", "94c8062898", "steam SHA1 5 30"),
        new Expected("M / m", "e3152afee62598c8", "motp MD5 6 10", "1234", List.of()),
        new Expected("Y / y", "f483a429acf3839782a1acdc71aa5c28", "yandex SHA256 8 30", "5239", List.of()),
        Expected.of("Default / no numbers", "6162636465666768696a", "hotp SHA1 6 0")
    };

    private static String plain(String content) {
        return "{\"version\": 1, \"header\": {\"slots\": null, \"params\": null}, \"db\": " + content + "}";
    }

    private static String one(String type, String info) {
        return plain("{\"version\": 2, \"entries\": [{\"type\": \"" + type
                + "\", \"issuer\": \"Acme\", \"name\": \"ann\", \"info\": {" + info + "}}, "
                + "{\"type\": \"totp\", \"issuer\": \"Good\", \"name\": \"\", \"info\": {\"secret\": \"GEZDGNBV\"}}]}");
    }

    @Test
    void aPlainFileIsReadInFull() throws ImportException {
        try (var found = Exports.read(plain(CONTENT))) {
            assertThat(found.format()).isEqualTo("aegis");
            assertThat(Expected.allOf(found)).containsExactly(ENTRIES);
            assertThat(found.rejected()).isEmpty();
            var extras = found.entries().getFirst().extras();
            assertThat(extras.note()).isEqualTo("a note");
            assertThat(extras.pinned()).isTrue();
            assertThat(extras.binned()).isFalse();
        }
    }

    @Test
    void aSealedFileOpensInWhicheverSlotThePassphraseFits() throws ImportException {
        var raw = "{\"type\": 0, \"uuid\": \"0\", \"key\": \"00\", \"key_params\": {}}";
        var other = Exports.aegisSlot("another".getBytes(UTF_8), ", \"repaired\": true");
        var ours = Exports.aegisSlot(Exports.PASSPHRASE.getBytes(UTF_8), ", \"repaired\": true, \"is_backup\": true");
        var file = Exports.aegis(CONTENT, raw, other, ours);
        assertThat(Expected.allOf(Exports.read(file, Exports.PASSPHRASE))).containsExactly(ENTRIES);
        assertThat(Expected.allOf(Exports.read(file, "another"))).containsExactly(ENTRIES);
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(file, "wrong"));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
    }

    @Test
    void aDamagedSlotStandsInTheWayOfNoOther() throws ImportException {
        var ours = Exports.aegisSlot(Exports.PASSPHRASE.getBytes(UTF_8), ", \"repaired\": true");
        var damaged = ours.replace("\"n\"", "\"m\"");
        assertThat(Exports.read(Exports.aegis(CONTENT, damaged, ours), Exports.PASSPHRASE)
                        .entries())
                .isNotEmpty();
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(Exports.aegis(CONTENT, damaged), Exports.PASSPHRASE));
    }

    @Test
    void anOldSlotOpensWithTheZerosThatOldVersionsAdded() throws ImportException {
        var passphrase = "a".repeat(70);
        byte[] withZeros = UTF_8.encode(CharBuffer.wrap(passphrase)).array();
        assertThat(withZeros).hasSizeGreaterThan(70);
        var old = Exports.aegis(CONTENT, Exports.aegisSlot(withZeros, ""));
        assertThat(Expected.allOf(Exports.read(old, passphrase))).containsExactly(ENTRIES);
        var repaired = Exports.aegis(CONTENT, Exports.aegisSlot(withZeros, ", \"repaired\": true"));
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> Exports.read(repaired, passphrase));
    }

    @Test
    void aDamagedContentIsNotTakenForAWrongPassphrase() {
        var file = Exports.aegis(CONTENT, Exports.aegisSlot(Exports.PASSPHRASE.getBytes(UTF_8), ""));
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(file.replace("\"db\": \"", "\"db\": \"AAAA"), Exports.PASSPHRASE))
                .withMessageContaining("The passphrase is right");
    }

    @Test
    void aFileThatOnlyThePhoneOpensIsToldSo() {
        var file = Exports.aegis(CONTENT, "{\"type\": 2, \"key\": \"00\", \"key_params\": {}}");
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(file, "any"))
                .withMessageContaining("export it with a passphrase");
    }

    @Test
    void aCostThatNoProgramAsksForIsRefusedAtOnce() {
        var slot = Exports.aegisSlot(Exports.PASSPHRASE.getBytes(UTF_8), "").replace("\"n\": 16", "\"n\": 2147483648");
        assertThatExceptionOfType(CostlyImportException.class)
                .isThrownBy(() -> Exports.read(Exports.aegis(CONTENT, slot), Exports.PASSPHRASE));
    }

    @Test
    void aFileWithoutEntriesIsDamaged() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(plain("{\"version\": 2}")))
                .withMessageContaining("entries");
    }

    @Test
    void eachBadEntryIsNamedAndCostsNoOther() throws ImportException {
        String secret = "\"secret\": \"GEZDGNBV\"";
        assertRejected(one("xotp", secret), "the type is not known");
        assertRejected(one("totp", "\"secret\": \"\""), "secret is missing");
        assertRejected(one("totp", "\"secret\": \"GEZD1NBV\""), "secret is not Base32: '1' at position 5");
        assertRejected(one("totp", secret + ", \"algo\": \"MD5\""), "algorithm is MD5");
        assertRejected(one("totp", secret + ", \"algo\": \"SHA384\""), "algorithm is SHA384");
        assertRejected(one("totp", secret + ", \"digits\": 0"), "digits is 0");
        assertRejected(one("totp", secret + ", \"digits\": 11"), "digits is 11");
        assertRejected(one("totp", secret + ", \"digits\": \"six\""), "digits is not a whole number");
        assertRejected(one("totp", secret + ", \"digits\": 6.5"), "digits is not a whole number");
        assertRejected(one("totp", secret + ", \"period\": 0"), "period is 0");
        assertRejected(one("totp", secret + ", \"period\": -30"), "period is -30");
        assertRejected(one("hotp", secret + ", \"counter\": -1"), "counter is -1");
        assertRejected(one("motp", secret), "pin is missing");
        assertRejected(one("yandex", secret + ", \"pin\": \"1234\""), "a Yandex secret must have 16 or 26 bytes");
    }

    private static void assertRejected(String file, String reason) throws ImportException {
        try (var found = Exports.read(file)) {
            assertThat(found.rejected()).singleElement().satisfies(rejected -> {
                assertThat(rejected.label()).isEqualTo("Acme (ann)");
                assertThat(rejected.reason()).contains(reason).doesNotContain("GEZD");
            });
            assertThat(Expected.allOf(found)).containsExactly(Expected.of("Good / ", "3132333435", "totp SHA1 6 30"));
        }
    }

    @Test
    void anEntryWithoutAnyNameIsNamedByItsPlace() throws ImportException {
        var file = plain("{\"version\": 1, \"entries\": [7, {\"info\": {}}]}");
        assertThat(Exports.read(file).rejected())
                .containsExactly(
                        new Rejected("entry 1", "secret is missing"), new Rejected("entry 2", "secret is missing"));
    }
}
