package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.transfer.kdbx.KdbxFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeePassTest {

    /// An entry with these fields, `name=value` apart by `|`.
    private static String entry(String fields) {
        var xml = new StringBuilder("<Entry><String><Key>Title</Key><Value>T</Value></String>"
                + "<String><Key>UserName</Key><Value>u</Value></String>");
        for (var field : fields.split("\\|")) {
            int equals = field.indexOf('=');
            xml.append("<String><Key>")
                    .append(field, 0, equals)
                    .append("</Key><Value ProtectInMemory=\"True\">")
                    .append(field.substring(equals + 1).replace("&", "&amp;"))
                    .append("</Value></String>");
        }
        return xml.append("</Entry>").toString();
    }

    private static String file(String entries) {
        return "\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<KeePassFile><Meta/><Root><Group><Name>Root</Name><Group>"
                + "<Name>Work</Name>" + entries + "</Group></Group></Root></KeePassFile>";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "otp=otpauth://totp/Acme:ann?secret=GEZDGNBV&period=60&digits=8&issuer=Acme; Acme / ann; totp SHA1 8 60",
                "otp=otpauth://totp/?secret=GEZDGNBV; T / u; totp SHA1 6 30",
                "otp=otpauth://totp/S:g?secret=GEZDGNBV&period=30&digits=6&issuer=S&encoder=steam; S / g; steam SHA1 5 30",
                "otp=GEZD GNBV; T / u; totp SHA1 6 30",
                "otp=key=GEZDGNBV; T / u; totp SHA1 6 30",
                "otp=key=GEZDGNBV%3D%3D%3D%3D&step=45&size=7&otpHashMode=Sha256; T / u; totp SHA256 7 45",
                "otp=type=hotp&counter=12&key=gezdgnbv&otpHashMode=Sha512; T / u; hotp SHA512 6 12",
                "TOTP Seed=GEZD GNBV; T / u; totp SHA1 6 30",
                "TOTP Seed=GEZDGNBV|TOTP Settings=\\S; T / u; steam SHA1 5 30",
                "TimeOtp-Secret=12345|TimeOtp-Length=8|TimeOtp-Period=20|TimeOtp-Algorithm=HMAC-SHA-512; T / u; totp SHA512 8 20",
                "TimeOtp-Secret-Hex=31 32 33 34 35|TimeOtp-Algorithm=HMAC-SHA-1; T / u; totp SHA1 6 30",
                "TimeOtp-Secret-Base32=GEZDGNBV; T / u; totp SHA1 6 30",
                "TimeOtp-Secret-Base64=MTIzNDU=|TimeOtp-Algorithm=HMAC-SHA-256; T / u; totp SHA256 6 30",
                "HmacOtp-Secret-Base32=GEZDGNBV|HmacOtp-Counter=3; T / u; hotp SHA1 6 3",
                "HmacOtp-Secret=12345; T / u; hotp SHA1 6 0",
                "otp=GEZDGNBV|TimeOtp-Secret=other|TOTP Seed=AAAAAAAA; T / u; totp SHA1 6 30",
                "TimeOtp-Secret=12345|TOTP Seed=AAAAAAAA; T / u; totp SHA1 6 30"
            })
    void eachWayToKeepACodeIsRead(String fields, String names, String kind) throws ImportException {
        // A semicolon parts the columns here.
        var xml = file(entry(fields.replace("\\S", "30;S;https://clock.example")));
        assertThat(Expected.allOf(Exports.read(xml)))
                .containsExactly(Expected.of(names, "3132333435", kind).tagged("Work"));
    }

    @Test
    void theSettingsOfASeedArePeriodAndDigits() throws ImportException {
        var xml = file(entry("TOTP Seed=GEZDGNBV|TOTP Settings=42;8"));
        assertThat(Expected.allOf(Exports.read(xml)))
                .containsExactly(
                        Expected.of("T / u", "3132333435", "totp SHA1 8 42").tagged("Work"));
    }

    @Test
    void aTimeBasedAndACounterBasedOneAreTwo() throws ImportException {
        var xml = file(entry("TimeOtp-Secret=12345|HmacOtp-Secret=12345"));
        assertThat(Expected.allOf(Exports.read(xml)))
                .extracting(Expected::kind)
                .containsExactly("totp SHA1 6 30", "hotp SHA1 6 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "otp=not base32!; secret is",
                "otp=123456; secret is a number",
                "otp=key=; secret is missing",
                "otp=key=GEZDGNBV&size=six; size is not a whole number",
                "otp=key=GEZDGNBV&type=other; the type is not known",
                "TOTP Seed=GEZDGNBV|TOTP Settings=x; period is not a whole number",
                "TimeOtp-Secret-Hex=3; secret is not hexadecimal",
                "TimeOtp-Secret-Base64=*; secret is not Base64",
                "TimeOtp-Secret=12345|TimeOtp-Algorithm=MD5; algorithm is MD5",
                "TimeOtp-Secret=12345|TimeOtp-Length=11; digits is 11",
                "{}; "
            })
    void aBadOneIsNamedAndCostsNoOther(String fields, String reason) throws ImportException {
        var good = entry("otp=GEZDGNBV");
        if (fields.equals("{}")) {
            var found = Exports.read(file(entry("TOTP Settings=30;6") + good));
            assertThat(found.notes()).containsExactly("1 item has no one-time password and was left out.");
            return;
        }
        try (var found = Exports.read(file(entry(fields) + good))) {
            assertThat(found.entries()).hasSize(1);
            assertThat(found.rejected()).singleElement().satisfies(rejected -> {
                assertThat(rejected.label()).isEqualTo("T (u)");
                assertThat(rejected.reason()).contains(reason);
            });
        }
    }

    @Test
    void aDatabaseHoldsTheSameAsItsXml() throws ImportException {
        var xml = file(entry("otp=GEZDGNBV") + entry("Password=p")).substring(1);
        byte[] database = KdbxFile.of(xml, Exports.PASSPHRASE);
        for (var found : new Import[] {Exports.read(xml), Exports.read(database, Exports.PASSPHRASE)}) {
            assertThat(found.format()).isEqualTo("keepass");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("T / u", "3132333435", "totp SHA1 6 30").tagged("Work"));
            assertThat(found.notes()).containsExactly("1 item has no one-time password and was left out.");
        }
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> Exports.read(database, "wrong"));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(database));
    }

    @Test
    void whatLiesInTheBinIsLeftOutAndTold() throws ImportException {
        var meta = "<Meta><RecycleBinEnabled>True</RecycleBinEnabled><RecycleBinUUID>b</RecycleBinUUID></Meta>";
        var one = file("<UUID>b</UUID>" + entry("otp=GEZDGNBV")).replace("<Meta/>", meta);
        var two = file("<UUID>b</UUID>" + entry("otp=GEZDGNBV").repeat(2)).replace("<Meta/>", meta);
        assertThat(Exports.read(one).notes())
                .containsExactly("1 account is in the database's recycle bin and was left out.");
        try (var found = Exports.read(two)) {
            assertThat(found.entries()).isEmpty();
            assertThat(found.notes())
                    .containsExactly("2 accounts are in the database's recycle bin and were left out.");
        }
    }

    @Test
    void theCsvOfKeePassXcIsRead() throws ImportException {
        var csv = """
                "Group","Title","Username","Password","URL","Notes","TOTP","Icon","Last Modified","Created"
                "Root","Acme","ann","p","","n","otpauth://totp/Acme:ann?secret=GEZDGNBV&period=60&digits=6&issuer=Acme","0","x","x"
                "Root/Work/Deep","","g","p","https://user@steam.example:8/x","","otpauth://totp/?secret=STEAMKEY&period=30&digits=6&encoder=steam","0","x","x"
                "Root","No code","x","p","","","","0","x","x"
                "Root","Bad","x","p","","","otpauth://totp/x","0","x","x"
                """;
        try (var found = Exports.read(csv.getBytes(UTF_8))) {
            assertThat(found.format()).isEqualTo("keepass");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "3132333435", "totp SHA1 6 60"),
                            Expected.of("steam.example / g", "94c8062898", "steam SHA1 5 30")
                                    .tagged("Work/Deep"));
            assertThat(found.entries().getFirst().extras().note()).isEqualTo("n");
            assertThat(found.rejected()).extracting("label").containsExactly("Bad (x)");
            assertThat(found.notes()).hasSize(1);
        }
    }
}
