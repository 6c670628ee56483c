package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.kdbx.KdbxFile;
import dev.tessera.transfer.zip.Zips;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// What no program would write: refused with a sentence, soon, and without any exception but ours.
class HostileInputTest {
    private static final String AEGIS = """
            {"version":1,"header":{"slots":null,"params":null},"db":{"version":3,"groups":[{"uuid":"g","name":"W"}],
            "entries":[{"type":"totp","name":"ann","issuer":"Acme","groups":["g"],"info":{"secret":"GEZDGNBV","digits":6}}]}}""";

    private static final String TWO_FAS =
            "{\"services\":[{\"name\":\"A\",\"secret\":\"GEZDGNBV\",\"otp\":{\"digits\":6}}],\"schemaVersion\":4}";
    private static final String LIST =
            "otpauth://totp/Acme:ann?secret=GEZDGNBV&codeDisplay=%7B%22note%22%3A%22n%22%7D\n"
                    + "otpauth-migration://offline?data=Cg0KAQESAWEaA09kZCAE";

    private static final String ONE_PASSWORD = """
            {"accounts":[{"vaults":[{"attrs":{"name":"V"},"items":[{"favIndex":1,"overview":{"title":"A","tags":["t"]},
            "details":{"loginFields":[{"designation":"username","value":"a"}],"sections":[{"fields":[{"value":{"totp":"GEZDGNBV"}}]}]}}]}]}]}""";

    private static final String PROTON_PASS = """
            {"vaults":{"v":{"name":"V","items":[{"state":2,"data":{"metadata":{"name":"A"},"content":{"totpUri":"GEZDGNBV"},
            "extraFields":[{"fieldName":"f","type":"totp","data":{"totpUri":"GEZDGNBV"}}]}}]}}}""";

    private static final String WIN_AUTH = """
            <?xml version="1.0"?><WinAuth><WinAuthAuthenticator type="WinAuth.SteamAuthenticator"><name>a:b</name>
            <authenticatordata><secretdata>31&#9;5&#9;SHA1&#9;30|a|b|7b7d</secretdata></authenticatordata></WinAuthAuthenticator>
            <WinAuthAuthenticator><authenticatordata encrypted="y">01020304050607080102030405060708</authenticatordata></WinAuthAuthenticator></WinAuth>""";

    private static final String EXTENSION = """
            {"a":{"hash":"a","type":"hex","secret":"3132","issuer":"A::b"},"key":{"enc":"U2FsdGVkX18xMjM0NTY3OAAAAAAAAAAAAAAAAAAAAAA="},
            "b":{"hash":"b","type":"totp","encrypted":true,"secret":"U2FsdGVkX18xMjM0NTY3OAAAAAAAAAAAAAAAAAAAAAA="}}""";
    private static final String KEEPASS =
            "<?xml version=\"1.0\"?><KeePassFile><Meta/><Root><Group><Name>R</Name><Entry>"
                    + "<String><Key>otp</Key><Value>GEZDGNBV</Value></String></Entry></Group></Root></KeePassFile>";
    private static final String STRATUM =
            "{\"Authenticators\":[{\"Type\":1,\"Issuer\":\"A\",\"Secret\":\"GEZDGNBV\",\"Algorithm\":1,\"Digits\":6}],"
                    + "\"Categories\":[{\"Id\":\"c\",\"Name\":\"W\"}],"
                    + "\"AuthenticatorCategories\":[{\"CategoryId\":\"c\",\"AuthenticatorSecret\":\"GEZDGNBV\"}]}";
    private static final String SETTINGS =
            "<?xml version='1.0' encoding='utf-8'?><map><string name=\"%s\">%s</string></map>";

    private static List<byte[]> files() {
        return List.of(
                AEGIS.getBytes(UTF_8),
                Exports.aegis("{\"entries\":[]}", Exports.aegisSlot("p".getBytes(UTF_8), ""))
                        .getBytes(UTF_8),
                TWO_FAS.getBytes(UTF_8),
                LIST.getBytes(UTF_8),
                "folder,name,login_username,login_totp\n\"W\",A,ann,GEZDGNBV\n".getBytes(UTF_8),
                "{\"version\":1,\"entries\":[{\"content\":{\"uri\":\"steam://STEAMKEY\"}}]}".getBytes(UTF_8),
                "[{\"issuer\":\"A\",\"secret\":\"GEZDGNBV\",\"kind\":\"HOTP\",\"digits\":\"6\",\"timer\":\"30\",\"counter\":\"1\"}]"
                        .getBytes(UTF_8),
                Zips.aes("p", "raivo-otp-export.json", "[]"),
                ONE_PASSWORD.getBytes(UTF_8),
                Zips.plain("export.data", ONE_PASSWORD),
                "Title,Url,OTPAuth,Favorite,Tags\nA,b.example,GEZDGNBV,true,x;y\n".getBytes(UTF_8),
                PROTON_PASS.getBytes(UTF_8),
                Zips.plain("Proton Pass/data.json", PROTON_PASS),
                "name,url,email,totp,createTime,modifyTime,vault\nA,b.example,e,GEZDGNBV,1,2,V\n".getBytes(UTF_8),
                Zips.zipCrypto("p", "Accounts.txt", "otpauth://totp/a?secret=3132333435363738"),
                Zips.zipCrypto("p", "a", "otpauth://totp/Steam:a?secret=AA&data=%7B%7D"),
                "otpauth://totp/a?secret=AAAA&serial=1\notpauth://totp/Steam:a?secret=AA&deviceid=x&data=%7B%22shared_secret%22%3A%22AAAA%22%7D"
                        .getBytes(UTF_8),
                WIN_AUTH.getBytes(UTF_8),
                "{\"localDeviceId\":\"\",\"accounts\":[{\"issuerName\":\"A\",\"secret\":\"GEZDGNBV\",\"folderData\":{\"folderId\":2}}]}"
                        .getBytes(UTF_8),
                "{\"app\":\"2fauth_v5\",\"data\":[{\"otp_type\":\"totp\",\"account\":\"a\",\"secret\":\"GEZDGNBV\"}]}"
                        .getBytes(UTF_8),
                EXTENSION.getBytes(UTF_8),
                KEEPASS.getBytes(UTF_8),
                KdbxFile.of(KEEPASS, "p"),
                "{\"shared_secret\":\"MTIzNDU=\",\"account_name\":\"a\"}".getBytes(UTF_8),
                "{\"entries\":[{\"filename\":\"1.maFile\",\"encryption\":{\"scheme\":\"x\"}}]}".getBytes(UTF_8),
                "{\"records\":[{\"title\":\"T\",\"custom_fields\":{\"$oneTimeCode::1\":\"GEZDGNBV\"}}]}"
                        .getBytes(UTF_8),
                ",T,u,p,h,n,,TFC:Keeper,GEZDGNBV\n".getBytes(UTF_8),
                "{\"items\":[{\"title\":\"T\",\"fields\":[{\"type\":\"totp\",\"value\":\"GEZDGNBV\"}]}]}"
                        .getBytes(UTF_8),
                "url,username,totp,extra,name,grouping\nh,u,GEZDGNBV,n,T,W\n".getBytes(UTF_8),
                "Group,Title,Username,Password,URL,Notes,TOTP\nRoot/W,T,u,p,h,n,GEZDGNBV\n".getBytes(UTF_8),
                "password\notpauth://totp/a?secret=GEZDGNBV\n".getBytes(UTF_8),
                STRATUM.getBytes(UTF_8),
                database(Databases.Table.of("accounts", "email,secret,type", List.of("a:b", "GEZDGNBV", 1))),
                database(Databases.Table.of("authenticator", "type,secret", List.of(2, "GEZDGNBV"))),
                database(Databases.Table.of("accounts", "oath_secret_key", List.of("GEZDGNBV"))),
                SETTINGS.formatted("STATIC_TOTP_CODES_LIST", "[{&quot;key&quot;:&quot;3132&quot;,&quot;base&quot;:16}]")
                        .getBytes(UTF_8),
                SETTINGS.formatted("a.AUTHENTICATOR_DEVICE_SECRET", "0abf15ce").getBytes(UTF_8),
                SETTINGS.formatted(
                                "com.authy.storage.tokens.authenticator.key",
                                "[{&quot;name&quot;:&quot;a: b&quot;,&quot;decryptedSecret&quot;:&quot;GEZDGNBV&quot;}]")
                        .getBytes(UTF_8),
                "[{\"encryptedSecret\":\"AAAAAAAAAAAAAAAAAAAAAA==\",\"salt\":\"s\"}]".getBytes(UTF_8),
                "[{\"name\":\"a\",\"pkey\":\"1\",\"otpGenerator\":{\"otpSecret\":\"GEZDGNBV\",\"counter\":1}}]"
                        .getBytes(UTF_8),
                "{\"tokenOrder\":[],\"tokens\":[{\"label\":\"a\",\"secret\":[49,-1],\"type\":\"HOTP\"}]}"
                        .getBytes(UTF_8),
                "<map><string name='tokenOrder'>[]</string><string name='a'>{&quot;secret&quot;:[49]}</string></map>"
                        .getBytes(UTF_8),
                FreeOtp2Test.small(),
                "[{\"label\":\"A - b\",\"type\":\"TOTP\",\"secret\":\"GEZDGNBV\",\"tags\":[\"W\"]}]".getBytes(UTF_8),
                AndOtpTest.small(),
                "{\"version\":2,\"elements\":[{\"label\":\"a\",\"secret\":\"GEZDGNBV\",\"pin\":null}]}".getBytes(UTF_8),
                "{\"items\":[\"otpauth://totp/a?secret=GEZDGNBV\"]}".getBytes(UTF_8),
                TwoFastTest.small(),
                "{\"role\":\"codes\",\"codes\":\"TmFtZTogYQpTZWNyZXQ6IEdFWkRHTkJW\"}".getBytes(UTF_8),
                "<html><code>otpauth://totp/a?secret=GEZDGNBV&amp;digits=8</code><img src='data:,'>".getBytes(UTF_8));
    }

    /// Of a length that nothing else has, for a trial of SQLCipher takes its time.
    private static byte[] database(Databases.Table table) {
        return Databases.of(512, 0, table, Databases.Table.of("more", "a"));
    }

    /// Reads or refuses.
    private static void assertHarmless(byte[] bytes) {
        try (var found = Exports.read(bytes, "p")) {
            found.rejected().forEach(rejected -> assertThat(rejected.reason()).isNotBlank());
        } catch (ImportException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Test
    void cutOffAnywhere() {
        for (byte[] file : files()) {
            for (int length = 0; length < file.length; length++) {
                assertHarmless(Arrays.copyOf(file, length));
            }
        }
    }

    @Test
    void eachBitFlipped() {
        for (byte[] file : files()) {
            for (int bit = 0; bit < file.length * Byte.SIZE; bit++) {
                byte[] changed = file.clone();
                changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                assertHarmless(changed);
            }
        }
    }

    @Test
    void eachValueOfTheWrongType() {
        for (var value : List.of("null", "true", "[]", "{}", "-1", "1e400", "\"\"", "\"null\"", "[[1]]")) {
            for (var member :
                    List.of("db", "header", "entries", "info", "secret", "digits", "groups", "name", "uuid")) {
                var changed = AEGIS.replaceFirst(
                        "\"" + member + "\":(\"[^\"]*\"|[0-9]+|\\[[^\\]]*\\]|\\{[^}]*\\})",
                        "\"" + member + "\":" + value);
                assertHarmless(changed.getBytes(UTF_8));
            }
        }
    }

    @Test
    void deepJsonIsRefused() {
        for (var deep : List.of("[".repeat(1_000_000), "{\"services\":" + "[".repeat(100) + "]".repeat(100) + "}")) {
            assertThatExceptionOfType(CostlyImportException.class).isThrownBy(() -> Exports.read(deep));
        }
    }

    @Test
    void aFileLargerThanAnyExportIsRefused() {
        assertThatExceptionOfType(CostlyImportException.class)
                .isThrownBy(
                        () -> ImportFile.of(new byte[ImportFile.MAX_SIZE + 1]).close())
                .withMessageContaining("larger than 64 MiB");
    }

    @Test
    void moreEntriesThanAnyoneHasAreRefused() {
        var many = "{\"services\":[" + "{},".repeat(100_000) + "{}]}";
        assertThatExceptionOfType(CostlyImportException.class)
                .isThrownBy(() -> Exports.read(many))
                .withMessageContaining("more than 100000 entries");
    }

    @Test
    void namesAndSecretsBeyondAllMeasureCostTheirEntryAlone() throws ImportException {
        var file = "{\"services\":[{\"name\":\"" + "a".repeat(5000) + "\",\"secret\":\"GEZDGNBV\"},"
                + "{\"name\":\"b\",\"secret\":\"" + "A".repeat(1_000_000) + "\"},"
                + "{\"name\":\"c\",\"secret\":\"GEZDGNBV\"}]}";
        try (var found = Exports.read(file)) {
            assertThat(found.entries()).hasSize(1);
            assertThat(found.rejected())
                    .extracting("reason")
                    .containsExactly(
                            "its name is longer than any program would make it", "secret is longer than 1024 bytes");
        }
    }

    @Test
    void aNoteWithoutEndCostsTheNoteAndNotTheAccount() throws ImportException {
        var file = "{\"items\":[{\"type\":1,\"name\":\"a\",\"notes\":\"" + "n".repeat(200_000)
                + "\",\"login\":{\"totp\":\"GEZDGNBV\"}}],\"encrypted\":false}";
        try (var found = Exports.read(file)) {
            assertThat(found.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.extras().note()).hasSize(50_000);
                assertThat(entry.repairs()).singleElement().asString().contains("note is longer");
            });
        }
    }

    @Test
    void aCounterIsReadToItsEnd() throws ImportException {
        var file =
                "{\"tokenOrder\":[],\"tokens\":[{\"label\":\"a\",\"secret\":[49,50],\"type\":\"HOTP\",\"counter\":\"%s\"}]}";
        try (var found = Exports.read(file.formatted("9223372036854775807"))) {
            assertThat(found.rejected()).isEmpty();
        }
        try (var found = Exports.read(file.formatted("9223372036854775808"))) {
            assertThat(found.rejected())
                    .extracting("reason")
                    .singleElement()
                    .asString()
                    .contains("counter is larger");
        }
    }

    @Test
    void controlSignsInNamesAreLeftOut() throws ImportException {
        var file = "{\"services\":[{\"name\":\"A\\u001b[2J\\u202eb\",\"secret\":\"GEZDGNBV\"}]}";
        try (var found = Exports.read(file)) {
            assertThat(found.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.account().issuer()).isEqualTo("A[2Jb");
                assertThat(entry.repairs()).hasSize(1);
            });
        }
    }

    /// Seconds where nothing else runs; what takes time with the square of the length would take hours.
    private static final Duration NO_TIME = Duration.ofMinutes(3);

    @Test
    void longLinesAndQuotesTakeNoTime() {
        Assertions.assertTimeoutPreemptively(NO_TIME, () -> {
            for (var run : List.of(
                    "%",
                    "&", "=", "\"", ",", "\n", "\r", "codeDisplay=", "otpauth://", "#", "<code>", "<code ", "<map ")) {
                var lengthy = run.repeat(2_000_000 / run.length());
                assertHarmless(("otpauth://totp/a?" + lengthy).getBytes(UTF_8));
                assertHarmless(("name,login_totp\n" + lengthy).getBytes(UTF_8));
                assertHarmless(lengthy.getBytes(UTF_8));
                assertHarmless(("A" + lengthy + "!").getBytes(UTF_8));
                assertHarmless(("{\"authenticator_tokens\":[{\"salt\":\"s\",\"encrypted_seed\":\""
                                + lengthy.replace("\"", "=").replaceAll("[\r\n]", "=") + "!\"}]}")
                        .getBytes(UTF_8));
            }
        });
    }

    @Test
    void longSecretsAndElementsTakeNoTime() {
        Assertions.assertTimeoutPreemptively(NO_TIME, () -> {
            for (var run : List.of("a1", "&", "&data=", "<a>", "<!--")) {
                var lengthy = run.repeat(2_000_000 / run.length());
                assertHarmless(("otpauth://totp/a?icon=&secret=" + lengthy).getBytes(UTF_8));
                assertHarmless(("<WinAuth>" + lengthy).getBytes(UTF_8));
            }
            assertHarmless(("<html><a " + "a".repeat(2_000_000)).getBytes(UTF_8));
        });
    }
}
