package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.zip.Zips;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnePasswordTest {
    private static final String CONTENT = """
            {"accounts": [{"attrs": {"name": "Me"}, "vaults": [{"attrs": {"name": "Personal"}, "items": [
              {"favIndex": 1, "state": "active",
               "overview": {"title": "Acme", "url": "https://acme.com", "tags": ["website"]},
               "details": {"notesPlain": "a note", "loginFields": [{"value": "pw", "designation": "password"},
                 {"value": "ann", "designation": "username"}],
                "sections": [{"fields": [{"title": "phone", "value": {"phone": "1"}},
                  {"value": {"totp": "gezd gnbv"}}]},
                 {"fields": [{"value": {"totp": "otpauth://totp/Other:bob?secret=GEZDGNBV&issuer=Other&digits=8"}}]}]}},
              {"item": {"state": "archived", "favIndex": 0, "overview": {"title": "", "url": "https://www.Old.example/a?b"},
               "details": {"sections": [{"fields": [{"value": {"totp": "otpauth://totp/?secret=GEZDGNBV&period=60"}}]}]}}},
              {"overview": {"title": "Bad"}, "details": {"sections": [{"fields": [{"value": {"totp": "123 456"}},
                {"value": {"totp": "otpauth://totp/x?secret="}}, {"value": {"totp": "GEZ!"}},
                {"value": {"totp": null}}, {"value": {"totp": ""}}, {"value": "text"}]}]}},
              {"overview": {"title": "Card"}, "details": {"sections": []}}, 7]}]}]}""";

    @Test
    void theZipAndTheFileInItHoldTheSame() throws ImportException {
        for (var found : new Import[] {
            Exports.read(CONTENT),
            Exports.read(Zips.plain(Map.of("export.data", CONTENT, "export.attributes", "{}", "files/a.png", "\0")))
        }) {
            assertThat(found.format()).isEqualTo("1password");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "3132333435", "totp SHA1 6 30")
                                    .tagged("Personal"),
                            Expected.of("Other / bob", "3132333435", "totp SHA1 8 30")
                                    .tagged("Personal"),
                            Expected.of("old.example / ", "3132333435", "totp SHA1 6 60")
                                    .tagged("Personal"));
            var extras = found.entries().getFirst().extras();
            assertThat(extras.note()).isEqualTo("a note");
            assertThat(extras.pinned()).isTrue();
            assertThat(found.entries().getLast().extras().pinned()).isFalse();
            assertThat(found.rejected()).extracting("label").containsExactly("Bad", "Bad", "Bad");
            assertThat(found.rejected().getFirst().reason()).isEqualTo("secret is a number, not Base32");
            assertThat(found.notes())
                    .containsExactly(
                            "Accounts were tagged with the name of their vault; their own 1Password tags were left out.",
                            "2 items have no one-time password and were left out.");
        }
    }

    @Test
    void csvIsTakenByItsColumns() throws ImportException {
        var found = Exports.read("""
                Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes
                "Acme","https://acme.com","ann","p","otpauth://totp/Acme:ann?secret=GEZDGNBV&issuer=Acme","true","false","Work;Home","two
                lines"
                "","https://www.bare.example/login","bob","p","GEZDGNBV","false","true","",""
                "Bad","","","p","GEZ1","false","false","",""
                "None","","","p","","false","false","",""
                """);
        assertThat(found.format()).isEqualTo("1password");
        assertThat(Expected.allOf(found))
                .containsExactly(
                        Expected.of("Acme / ann", "3132333435", "totp SHA1 6 30")
                                .tagged("Work", "Home"),
                        Expected.of("bare.example / bob", "3132333435", "totp SHA1 6 30"));
        assertThat(found.entries().getFirst().extras().note()).isEqualTo("two\nlines");
        assertThat(found.entries()).extracting(entry -> entry.extras().pinned()).containsExactly(true, false);
        assertThat(found.rejected()).extracting("label").containsExactly("Bad");
        assertThat(found.notes()).containsExactly("1 item has no one-time password and was left out.");
    }

    @Test
    void aZipWithoutItsAccountsIsDamaged() {
        for (var content : new String[] {"{}", "{\"accounts\": {}}", "", "{"}) {
            assertThatExceptionOfType(DamagedImportException.class)
                    .isThrownBy(() -> Exports.read(Zips.plain("export.data", content)));
        }
    }
}
