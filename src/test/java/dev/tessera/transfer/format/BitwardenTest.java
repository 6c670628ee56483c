package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.otp.Base32;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class BitwardenTest {
    private static final String ITEMS = """
            {"encrypted": false, "folders": [{"id": "f", "name": "Work"}], "items": [
             {"type": 1, "name": "Acme", "folderId": "f", "favorite": true, "notes": "n",
              "login": {"username": "ann", "totp": "gezd gnbv gy3t qojq"}},
             {"type": 1, "name": "Item", "login": {"username": "user",
              "totp": "otpauth://totp/Issuer:name?secret=GEZDGNBV&issuer=Issuer&algorithm=SHA256&digits=8&period=60"}},
             {"type": 1, "name": "Item", "login": {"username": "user", "totp": "otpauth://totp/?secret=GEZDGNBV"}},
             {"type": 1, "name": "My games", "login": {"username": "gamer", "totp": "steam://STEAMKEY"}},
             {"type": 1, "name": "Junk", "login": {"username": "j", "totp": "222333"}},
             {"type": 1, "name": "No code", "login": {"username": "x", "totp": null}},
             {"type": 3, "name": "Card", "card": {}}]}""";

    private static final Expected[] ENTRIES = {
        Expected.of("Acme / ann", "31323334353637383930", "totp SHA1 6 30").tagged("Work"),
        Expected.of("Issuer / name", "3132333435", "totp SHA256 8 60"),
        Expected.of("Item / user", "3132333435", "totp SHA1 6 30"),
        Expected.of("My games / gamer", "94c8062898", "steam SHA1 5 30")
    };

    @Test
    void aPlainFileIsReadInFull() throws ImportException {
        try (var found = Exports.read(ITEMS)) {
            assertThat(found.format()).isEqualTo("bitwarden");
            assertThat(Expected.allOf(found)).containsExactly(ENTRIES);
            assertThat(found.entries().getFirst().extras().note()).isEqualTo("n");
            assertThat(found.entries().getFirst().extras().pinned()).isTrue();
            assertThat(found.rejected()).singleElement().satisfies(rejected -> {
                assertThat(rejected.label()).isEqualTo("Junk (j)");
                assertThat(rejected.reason()).contains("a number");
            });
            assertThat(found.notes()).containsExactly("2 items have no one-time password and were left out.");
        }
    }

    @Test
    void anOldFileDoesNotSayThatItIsPlain() throws ImportException {
        var file = ITEMS.replace("\"encrypted\": false, ", "");
        assertThat(Expected.allOf(Exports.read(file))).containsExactly(ENTRIES);
    }

    @Test
    void aFileUnderAPassphraseOpensByEitherDerivation() throws ImportException, GeneralSecurityException {
        for (var file : new String[] {Exports.bitwardenPbkdf2(ITEMS), Exports.bitwardenArgon2id(ITEMS)}) {
            assertThat(Expected.allOf(Exports.read(file, Exports.PASSPHRASE))).containsExactly(ENTRIES);
            assertThatExceptionOfType(WrongImportPassphraseException.class)
                    .isThrownBy(() -> Exports.read(file, "wrong"));
            assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
        }
    }

    @Test
    void aDamagedBoxUnderTheRightPassphraseIsNoWrongPassphrase() {
        var file = Exports.bitwardenPbkdf2(ITEMS);
        int at = file.lastIndexOf('|') - 8;
        var damaged = file.substring(0, at) + (file.charAt(at) == 'A' ? 'B' : 'A') + file.substring(at + 1);
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(damaged, Exports.PASSPHRASE))
                .withMessageContaining("The passphrase is right");
    }

    @Test
    void aFileThatOnlyTheAccountOpensIsToldSo() {
        var file = "{\"encrypted\": true, \"encKeyValidation_DO_NOT_EDIT\": \"2.A|A|A\", \"items\": []}";
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(file))
                .withMessageContaining("Password protected");
    }

    @Test
    void costsThatNoProgramAsksForAreRefusedAtOnce() throws GeneralSecurityException {
        var pbkdf2 = Exports.bitwardenPbkdf2(ITEMS).replace("\"kdfIterations\": 1000", "\"kdfIterations\": 2147483648");
        var memory =
                Exports.bitwardenArgon2id(ITEMS).replace("\"kdfMemory\": 16", "\"kdfMemory\": 9223372036854775807");
        for (var file : new String[] {pbkdf2, memory}) {
            assertThatExceptionOfType(CostlyImportException.class)
                    .isThrownBy(() -> Exports.read(file, Exports.PASSPHRASE));
        }
    }

    @Test
    void csvIsReadInEachOfItsShapes() throws ImportException {
        var csv =
                "\ufefffolder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\r\n"
                        + "Work,1,login,Acme,\"two\r\nlines, and a \"\"quote\"\"\",,0,,ann,p,GEZDGNBV\r\n"
                        + ",,note,A note,text,,,,,,\r\n"
                        + "\r\n"
                        + ",,login,Longer,,,0,,x,p,steam://STEAMKEY,more,cells\r\n"
                        + ",,login,Shorter\r\n";
        try (var found = Exports.read(csv)) {
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "3132333435", "totp SHA1 6 30")
                                    .tagged("Work"),
                            Expected.of("Longer / x", "94c8062898", "steam SHA1 5 30"));
            assertThat(found.entries().getFirst().extras().note()).isEqualTo("two\r\nlines, and a \"quote\"");
            assertThat(found.notes()).containsExactly("2 items have no one-time password and were left out.");
        }
    }

    @Test
    void aRowWithMoreCellsThanTheHeadKeepsItsLink() throws ImportException {
        var csv = """
                folder,favorite,type,name,login_uri,login_totp
                ,,1,Acme, Inc,,otpauth://totp/Acme:ann?secret=GEZDGNBV&issuer=Acme
                """;
        assertThat(Expected.allOf(Exports.read(csv)))
                .containsExactly(Expected.of("Acme / ann", "3132333435", "totp SHA1 6 30"));
    }

    @Test
    void csvOfAnOrganisationHasCollections() throws ImportException {
        var csv = "collections;type;name;login_username;login_totp\rOne,Two;login;Acme;ann;GEZDGNBV\r";
        assertThat(Expected.allOf(Exports.read(csv)))
                .containsExactly(Expected.of("Acme / ann", "3132333435", "totp SHA1 6 30")
                        .tagged("One", "Two"));
    }

    /// Nobody can tell which cell the comma has cut in two; the code is the last, and a password is no code.
    @Test
    void aCommaTooManyCostsNoCode() throws ImportException {
        var csv = """
                folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp
                ,,login,Acme, Inc,,,0,,ann,GEZDGNBVAAAA,MFRGGZDF
                ,,login,Bolt, Inc,,,0,,bob,GEZDGNBVAAAA,
                ,,login,Core, Inc,,,0,,cy,GEZDGNBVAAAA,otpauth://totp/Core:cy?secret=MFRGGZDF
                ,,login,Edge,,,0,https://a,b,eve,GEZDGNBVAAAA,MFRGGZDF
                ,,login,End,,,0,,fay,GEZDGNBVAAAA,MFRGGZDF,
                ,,login,Long,,,0,,guy,GEZDGNBVAAAA,MFRGGZDF,more,cells
                ,,login,Dot,,,0,,dan,pw,MFRGGZDF
                """;
        try (var found = Exports.read(csv)) {
            assertThat(found.entries())
                    .extracting(entry -> entry.account().issuer() + ": "
                            + Base32.encode(
                                    entry.account().credential().secret().toByteArray()))
                    .containsExactly(
                            "Acme: MFRGGZDF",
                            "Core: MFRGGZDF",
                            "Edge: MFRGGZDF",
                            "End: MFRGGZDF",
                            "Long: MFRGGZDF",
                            "Dot: MFRGGZDF");
            assertThat(found.entries().getFirst().repairs())
                    .containsExactly("Its row in the table has one comma too many. Check its names.");
            assertThat(found.entries().getLast().repairs()).isEmpty();
            assertThat(found.notes()).containsExactly("1 item has no one-time password and was left out.");
        }
    }
}
