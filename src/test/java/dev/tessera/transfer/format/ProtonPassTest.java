package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.zip.Zips;
import org.junit.jupiter.api.Test;

class ProtonPassTest {
    private static final String CONTENT = """
            {"version": "1", "vaults": {"v1": {"name": "Personal", "items": [
              {"state": 1, "pinned": true, "data": {"type": "login", "metadata": {"name": "Acme", "note": "a note"},
               "content": {"itemUsername": "ann", "itemEmail": "ann@x", "totpUri": "gezd gnbv"}, "extraFields": [
                {"fieldName": "second", "type": "totp", "data": {"totpUri":
                 "otpauth://totp/Other:bob?secret=GEZDGNBV&issuer=Other&algorithm=SHA256&digits=8&period=15"}},
                {"fieldName": "text", "type": "text", "data": {"content": "x"}},
                {"fieldName": "empty", "type": "totp", "data": {"totpUri": ""}}]}},
              {"state": 2, "data": {"type": "custom", "metadata": {"name": "Router"}, "content": {"sections": [
                {"sectionName": "s", "sectionFields": [
                 {"fieldName": "code", "type": "totp", "data": {"totpUri": "GEZDGNBV"}},
                 {"fieldName": "bad", "type": "totp", "data": {"totpUri": "otpauth://totp/bad"}}]}]}}},
              {"state": 1, "data": {"type": "login", "metadata": {"name": "Mail"},
               "content": {"itemUsername": "", "itemEmail": "eve@x", "totpUri": "GEZDGNBV"}}},
              {"state": 1, "data": {"type": "note", "metadata": {"name": "Note"}, "content": {}}}, null]},
             "v2": {"name": "Empty", "items": []}}}""";

    @Test
    void theZipAndTheFileInItHoldTheSame() throws ImportException {
        for (var found :
                new Import[] {Exports.read(CONTENT), Exports.read(Zips.plain("Proton Pass/data.json", CONTENT))}) {
            assertThat(found.format()).isEqualTo("proton_pass");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "3132333435", "totp SHA1 6 30"),
                            Expected.of("Other / bob", "3132333435", "totp SHA256 8 15"),
                            Expected.of("Router / code", "3132333435", "totp SHA1 6 30"),
                            Expected.of("Mail / eve@x", "3132333435", "totp SHA1 6 30"));
            assertThat(found.entries())
                    .extracting(entry -> entry.extras().pinned())
                    .containsExactly(true, true, false, false);
            assertThat(found.entries())
                    .extracting(entry -> entry.extras().binned())
                    .containsExactly(false, false, true, false);
            assertThat(found.entries().getFirst().extras().note()).isEqualTo("a note");
            assertThat(found.rejected()).extracting("label").containsExactly("Router (bad)");
            assertThat(found.notes()).containsExactly("2 items have no one-time password and were left out.");
        }
    }

    @Test
    void csvOldAndNewIsTakenByItsColumns() throws ImportException {
        for (var head : new String[] {
            "type,name,url,email,username,password,note,totp,createTime,modifyTime,vault",
            "type,name,url,username,password,note,totp,createTime,modifyTime,email,vault"
        }) {
            var found = Exports.read(head + "\n" + row(head, "Acme", "ann", "a note", "GEZDGNBV", "Work")
                    + row(head, "", "", "", "otpauth://totp/?secret=GEZDGNBV", "")
                    + row(head, "Bad", "", "", "0", "") + row(head, "None", "", "", "", ""));
            assertThat(found.format()).isEqualTo("proton_pass");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "3132333435", "totp SHA1 6 30")
                                    .tagged("Work"),
                            Expected.of("site.example / me@x", "3132333435", "totp SHA1 6 30"));
            assertThat(found.entries().getFirst().extras().note()).isEqualTo("a note");
            assertThat(found.rejected()).extracting("label").containsExactly("Bad (me@x)");
            assertThat(found.notes()).hasSize(1);
        }
    }

    private static String row(String head, String name, String username, String note, String totp, String vault) {
        var cells = head.replace("username", username)
                .replace("name", name)
                .replace("note", note)
                .replace("totp", totp)
                .replace("vault", vault)
                .replace("email", "me@x");
        return cells.replace("url", "\"https://site.example/, https://b.example/\"") + "\n";
    }

    @Test
    void whatIsSealedWithPgpNamesTheNextStep() {
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(Zips.plain("Proton Pass/data.pgp", "-----BEGIN PGP MESSAGE-----")))
                .withMessageContaining("decrypt data.pgp with a PGP program");
    }

    @Test
    void aZipWithoutItsVaultsIsDamaged() {
        for (var content : new String[] {"{}", "{\"vaults\": []}", "", "{"}) {
            assertThatExceptionOfType(DamagedImportException.class)
                    .isThrownBy(() -> Exports.read(Zips.plain("Proton Pass/data.json", content)));
        }
    }
}
