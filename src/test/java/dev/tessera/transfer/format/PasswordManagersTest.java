package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Those that are no tables: Keeper, Enpass, pass.
class PasswordManagersTest {
    private static final String LINK = "otpauth://totp/Acme:ann?secret=GEZDGNBV&issuer=Acme&period=60";
    private static final Expected ACME = Expected.of("Acme / ann", "3132333435", "totp SHA1 6 60");
    private static final Expected BARE = Expected.of("T / u", "3132333435", "totp SHA1 6 30");

    @Nested
    class OfKeeper {
        @Test
        void jsonHoldsCodesInFieldsOfManyNames() throws ImportException {
            var json = """
                    {"shared_folders": [], "records": [
                     {"title": "T", "login": "u", "notes": "n", "folders": [{"folder": "F"}, {"shared_folder": "S"}],
                      "custom_fields": {"$oneTimeCode::1": "%s", "$oneTimeCode:second:2": ["GEZD GNBV", "bad!"], "$text::1": "x"}},
                     {"title": "", "login_url": "https://old.example/", "login": "u", "custom_fields": {"TFC:Keeper": "GEZDGNBV"}},
                     {"title": "No code", "custom_fields": {"$oneTimeCode::1": ""}}, {"title": "A file"}]}""".formatted(LINK);
            try (var found = Exports.read(json)) {
                assertThat(found.format()).isEqualTo("keeper");
                assertThat(Expected.allOf(found))
                        .containsExactly(
                                ACME.tagged("F", "S"),
                                BARE.tagged("F", "S"),
                                Expected.of("old.example / u", "3132333435", "totp SHA1 6 30"));
                assertThat(found.entries().getFirst().extras().note()).isEqualTo("n");
                assertThat(found.rejected()).extracting("label").containsExactly("T (u)");
                assertThat(found.notes()).containsExactly("2 items have no one-time password and were left out.");
            }
        }

        @Test
        void theFirstRowOfItsCsvIsAnAccountWhateverStandsAboveIt() throws ImportException {
            for (var above : new String[] {"", "\n", "\ufeff", "# all\r\n", "sep=;\n"}) {
                var csv = above + "F,T,u,p,h,n,,TFC:Keeper,GEZDGNBV\n,T,u,p,h,n,,TFC:Keeper,GEZDGNBV\n";
                try (var found = Exports.read(above.contains(";") ? csv.replace(',', ';') : csv)) {
                    assertThat(Expected.allOf(found)).as(above).containsExactly(BARE.tagged("F"), BARE);
                }
            }
        }

        @Test
        void csvHasNoHead() throws ImportException {
            var csv = "F,T,u,p,https://h/,n,,\"Colour\",\"red\",\"TFC:Keeper\",\"" + LINK + "\"\n"
                    + ",T,u,p,https://h/,,,$oneTimeCode::1,GEZDGNBV\n"
                    + ",T,u,p,https://h/,,,$oneTimeCode::1,bad!\n"
                    + ",Short\n";
            try (var found = Exports.read(csv)) {
                assertThat(found.format()).isEqualTo("keeper");
                assertThat(Expected.allOf(found)).containsExactly(ACME.tagged("F"), BARE);
                assertThat(found.rejected()).extracting("label").containsExactly("T (u)");
                assertThat(found.notes()).hasSize(1);
            }
        }
    }

    @Nested
    class OfEnpass {
        @Test
        void anItemMayHaveSeveralCodes() throws ImportException {
            var json = """
                    {"folders": [{"uuid": "f", "title": "F", "parent_uuid": ""}], "items": [
                     {"title": "T", "subtitle": "s", "note": "n", "favorite": 1, "folders": ["f", "gone"], "fields": [
                       {"uid": 1, "type": "email", "value": "m"}, {"uid": 2, "type": "username", "value": "u"},
                       {"uid": 3, "type": "totp", "value": "gezd gnbv"}, {"uid": 4, "type": "totp", "value": "%s"},
                       {"uid": 5, "type": "totp", "value": "AAAAAAAA", "deleted": 1}]},
                     {"title": "", "subtitle": "s", "trashed": 1, "fields": [{"uid": 1, "type": "url", "value": "https://h.example/"},
                       {"uid": 2, "type": "totp", "value": "GEZDGNBV"}]},
                     {"title": "M", "fields": [{"type": "email", "value": "m"}, {"type": "totp", "value": "1234"}]},
                     {"title": "No code", "fields": [{"uid": 2, "type": "totp", "value": ""}]}, {"title": "Card"}]}""".formatted(LINK);
            try (var found = Exports.read(json)) {
                assertThat(found.format()).isEqualTo("enpass");
                assertThat(Expected.allOf(found))
                        .containsExactly(
                                BARE.tagged("F"),
                                ACME.tagged("F"),
                                Expected.of("h.example / s", "3132333435", "totp SHA1 6 30"));
                assertThat(found.entries().getFirst().extras().pinned()).isTrue();
                assertThat(found.entries().getLast().extras().binned()).isTrue();
                assertThat(found.rejected()).extracting("label").containsExactly("M (m)");
                assertThat(found.notes()).containsExactly("2 items have no one-time password and were left out.");
            }
        }
    }

    @Nested
    class OfPass {
        @Test
        void theLinkStandsSomewhereBelowThePassword() throws ImportException {
            try (var found = Exports.read("hunter2\nuser: ann\n  " + LINK + "\nurl: https://h/\n")) {
                assertThat(found.format()).isEqualTo("pass");
                assertThat(Expected.allOf(found)).containsExactly(ACME);
                assertThat(found.notes()).hasSize(1);
            }
            assertThat(Exports.read("hunter2\notpauth://totp/x\n").rejected()).hasSize(1);
        }

        @Test
        void aListOfLinksIsNone() throws ImportException {
            var transfer = "otpauth-migration://offline?data=Cg0KAQESAWEaA09kZCAE";
            assertThat(Exports.read("x\n" + LINK + "\n" + transfer).format()).isEqualTo("uri_list");
            for (var list :
                    new String[] {LINK + "\nnote\n", "# list\n" + LINK, "\n" + LINK, "x\n" + LINK + "\n" + LINK}) {
                assertThat(Exports.read(list).format()).isEqualTo("uri_list");
            }
        }
    }
}
