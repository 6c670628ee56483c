package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.UnsupportedImportException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTableTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "apple_passwords; Title,URL,Username,Password,Notes,OTPAuth; T,https://h/,u,p,n,",
                "apple_passwords; Title,Url,Username,Password,OTPAuth; T,https://h/,u,p,",
                "dashlane; username,username2,username3,title,password,note,url,category,otpSecret; u,v,w,T,p,n,https://h/,,",
                "dashlane; username,username2,username3,title,password,note,url,category,otpUrl; u,,,T,p,n,https://h/,,",
                "lastpass_vault; url,username,password,totp,extra,name,grouping,fav; https://h/,u,p,@,n,T,,0",
                "safeincloud; Title,Login,Password,URL,Notes,OTP; T,u,p,https://h/,n,",
                "synology_c2; Display_Name,Login_Username,Login_Password,Login_URLs,Login_TOTP,Notes,Favorite; T,u,p,https://h/,@,n,",
                "myki; url,username,password,additionalInfo,nickname,twofaSecret; https://h/,u,p,n,T,",
                "csv; name,2fa,email; T,@,u",
                "csv; Title,Website,One-Time Password,Login; T,h,@,u",
                "csv; title,authenticator,username; T,@,u",
                "csv; title,TOTP Seed,username; T,@,u"
            })
    void eachProgramIsKnownByItsColumns(String id, String head, String row) throws ImportException {
        for (var code : new String[] {"gezd gnbv", "otpauth://totp/?secret=GEZDGNBV"}) {
            var csv = "\ufeff" + head + "\r\r\n" + (row.contains("@") ? row.replace("@", code) : row + code) + "\r\r\n";
            try (var found = Exports.read(csv)) {
                assertThat(found.format()).isEqualTo(id);
                assertThat(Expected.allOf(found)).containsExactly(Expected.of("T / u", "3132333435", "totp SHA1 6 30"));
            }
        }
    }

    @Test
    void groupsNotesAndFavouritesComeAlong() throws ImportException {
        var csv = """
                url,username,password,totp,extra,name,grouping,fav
                https://h/,u&amp;v,p,otpauth://totp/?secret=GEZDGNBV&amp;digits=8,&lt;n&gt; &quot;&#39;,A&amp;B,One\\Two,1
                http://sn,,,,note,A note,,0
                https://x@host.example:80/y,u,p,bad!,,,,0
                """;
        try (var found = Exports.read(csv)) {
            assertThat(Expected.allOf(found))
                    .containsExactly(Expected.of("A&B / u&v", "3132333435", "totp SHA1 8 30")
                            .tagged("One\\Two"));
            assertThat(found.entries().getFirst().extras().note()).isEqualTo("<n> \"'");
            assertThat(found.entries().getFirst().extras().pinned()).isTrue();
            assertThat(found.rejected()).extracting("label").containsExactly("host.example (u)");
            assertThat(found.notes()).containsExactly("1 item has no one-time password and was left out.");
        }
        var tags = "title\tusername\ttotp\ttags\tcategory\tfavorite\nT\tu\tGEZDGNBV\ta;b\tC\ttrue\n";
        try (var found = Exports.read(tags)) {
            assertThat(Expected.allOf(found).getFirst().tags()).containsExactly("C", "a", "b");
            assertThat(found.entries().getFirst().extras().pinned()).isTrue();
        }
    }

    @Test
    void anotherColumnCountsWhereTheFirstIsEmpty() throws ImportException {
        var csv = "username;username2;username3;title;otpSecret;otpUrl\n;;w;T;;otpauth://totp/?secret=GEZDGNBV\n";
        assertThat(Expected.allOf(Exports.read(csv)))
                .containsExactly(Expected.of("T / w", "3132333435", "totp SHA1 6 30"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url,username,password,extra,name,grouping,fav\nhttps://h/,u,p,,T,,0\n",
                "url,username,password,totp,extra,name,grouping,fav\nhttps://h/,u,p,,,T,,0\n"
            })
    void theVaultOfLastPassSaysWhereItsAuthenticatorIs(String csv) throws ImportException {
        try (var found = Exports.read(csv)) {
            assertThat(found.entries()).isEmpty();
            assertThat(found.notes()).hasSize(2).last().asString().contains("LastPass Authenticator");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,url,username,password,note\nT,https://h/,u,p,\n",
                "\"url\",\"username\",\"password\",\"httpRealm\",\"formActionOrigin\",\"guid\"\n\"https://h/\",\"u\",\"p\",\"\",\"\",\"\"\n",
                "name,url,additional_urls,username,password,note,cardholdername\nT,https://h/,,u,p,,\n",
                "Name,Url,MatchUrl,Login,Pwd,Note,Folder,RfFieldsV2\nT,https://h/,,u,p,,,\n"
            })
    void tablesWithoutCodesAreToldSo(String csv) {
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(csv))
                .withMessageContaining("no column for one-time passwords");
    }

    /// As Excel of Windows writes what it was given.
    @Test
    void tablesAreReadInWhateverCharacterSetTheyAre() throws ImportException {
        var csv = "title;username;otp\r\n„Zügé“ – €;Šu;GEZDGNBV\r\n";
        for (var charset : new String[] {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"}) {
            var marked = charset.startsWith("UTF-16") ? "\ufeff" + csv : csv;
            try (var found = Exports.read(marked.getBytes(Charset.forName(charset)))) {
                assertThat(Expected.allOf(found))
                        .as(charset)
                        .containsExactly(Expected.of("„Zügé“ – € / Šu", "3132333435", "totp SHA1 6 30"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;\ntitle;username;otp\nT;u;GEZDGNBV\n",
                "\"sep=;\"\r\ntitle;username;otp\r\nT;u;GEZDGNBV\r\n",
                "sep=,\ntitle,username,otp\nT,u,GEZDGNBV\n",
                "SEP=\t\ntitle\tusername\totp\nT\tu\tGEZDGNBV\n",
                "sep=|\ntitle|username|otp\nT|u|GEZDGNBV\n",
                "# exported by a program, on a day; at noon\n# twice\n\ntitle,username,otp\nT,u,GEZDGNBV\n",
                "\n \r\ntitle,username,otp\nT,u,GEZDGNBV\n",
                "\n# a comment\nsep=;\n\ntitle;username;otp\nT;u;GEZDGNBV\n"
            })
    void whatStandsAboveTheTableDoesNotCount(String csv) throws ImportException {
        try (var found = Exports.read(csv)) {
            assertThat(Expected.allOf(found)).containsExactly(Expected.of("T / u", "3132333435", "totp SHA1 6 30"));
            assertThat(found.notes()).isEmpty();
        }
    }
}
