package dev.tessera.vault.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.vault.Entry;
import dev.tessera.vault.SetAside;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultJsonTest {

    private static final String ENTRY = """
        {"id":"00000000-0000-4000-8000-000000000001",\
        "account":{"issuer":"Pexip","name":"ann","otp":{"kind":"totp","secret":"AQID","algorithm":"SHA1",\
        "digits":6,"period":30}},"details":{"tags":[],"note":"","pinned":false},"usage":{"count":0},\
        "stamps":{"revision":1,"created":"2026-11-25T12:00:00Z","modified":"2026-11-25T12:00:00Z"}}\
        """;

    @Test
    void readsWhatItWrites() throws CorruptVaultException {
        var payload = new Payload(1, Ancestry.none().after(new byte[32]), SampleVault.vault());
        assertThat(VaultJsonReader.read(VaultJson.write(payload))).isEqualTo(payload);
    }

    @Test
    void readsAnEntryAsItIsDocumented() throws CorruptVaultException {
        var vault = read(content(ENTRY));
        assertThat(vault.entries()).extracting(Entry::id).containsExactly(SampleVault.id(1));
        assertThat(vault.setAside()).isEmpty();
        assertThat(write(vault)).contains(ENTRY);
    }

    @Nested
    class UnknownFieldsSurvive {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"id\":       | \"colour\":\"teal\",\"id\":",
                    "\"issuer\":   | \"~/odd name\":{\"a\":[1.50,1E+400,null,true]},\"issuer\":",
                    "\"kind\":     | \"seed\":12345678901234567890123,\"kind\":",
                    "\"tags\":     | \"later\":null,\"tags\":",
                    "\"count\":    | \"devices\":[],\"count\":",
                    "\"revision\": | \"by\":\"\\u00e9\",\"revision\":"
                })
        void atEveryLevelOfAnEntry(String place, String with) throws CorruptVaultException {
            var vault = read(content(ENTRY.replace(place, with)));
            assertThat(vault.setAside()).isEmpty();
            assertThat(vault.unknown().fields()).hasSize(1);
            var edited = vault.change(
                    SampleVault.id(1),
                    entry -> entry.withDetails(entry.details().withNote("edited"), SampleVault.NOW));
            assertThat(read(write(edited)).unknown()).isEqualTo(vault.unknown());
            String field = with.substring(0, with.length() - place.length() - 1).replace("\\u00e9", "\u00e9");
            assertThat(write(edited)).contains(field);
        }

        @Test
        void besideTheEntriesAndInTheSettings() throws CorruptVaultException {
            var vault = read("{\"version\":1,\"later\":{ \"a\" : [1.0] },\"settings\":{\"a\":\"b\",\"n\":[ 7 ]}}");
            assertThat(vault.settings()).containsOnly(Map.entry("a", "b"));
            assertThat(write(vault)).contains("\"later\":{ \"a\" : [1.0] }").contains("\"n\":[ 7 ]");
        }

        @Test
        void inTagsAndTombstonesAndSoDoThoseThatCannotBeUsed() throws CorruptVaultException {
            var tag = "{\"id\":\"" + SampleVault.TAG + "\",\"name\":\"Work\",\"stamps\":{\"revision\":1,"
                    + "\"created\":\"2026-11-25T12:00:00Z\",\"modified\":\"2026-11-25T12:00:00Z\"},\"icon\":7}";
            var stone = "{\"id\":\"" + SampleVault.id(9)
                    + "\",\"revision\":2,\"removed\":\"2026-11-25T12:00:00Z\",\"by\":\"ann\"}";
            var odd = "{ \"odd\": true }";
            var vault = read("{\"version\":1,\"tags\":[" + tag + "," + odd + "],\"tombstones\":[" + stone + ",7]}");
            assertThat(vault.tags()).hasSize(1);
            assertThat(vault.tombstones()).hasSize(1);
            assertThat(write(vault)).contains(tag + "," + odd).contains(stone + ",7");
            assertThat(read(write(vault))).isEqualTo(vault);
        }

        @Test
        void untilTheirEntryIsRemoved() throws CorruptVaultException {
            var vault = read(content(ENTRY.replace("\"kind\"", "\"seed\":1,\"kind\"")));
            assertThat(vault.without(SampleVault.id(1), SampleVault.NOW)
                            .unknown()
                            .fields())
                    .isEmpty();
        }
    }

    @Test
    void aTagWithTheIdOfAnotherIsKeptAsItIs() throws CorruptVaultException {
        var tag = "{\"id\":\"" + SampleVault.TAG + "\",\"name\":\"Work\",\"stamps\":{\"revision\":1,"
                + "\"created\":\"2026-11-25T12:00:00Z\",\"modified\":\"2026-11-25T12:00:00Z\"}}";
        var twin = tag.replace("Work", "Home");
        var vault = read("{\"version\":1,\"tags\":[" + tag + "," + twin + "]}");
        assertThat(vault.tags()).extracting(Tag::name).containsExactly("Work");
        assertThat(write(vault)).contains(tag + "," + twin);
    }

    @Nested
    class AnEntryThatCannotBeUsed {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"totp\"     | \"ocra\"",
                    "\"AQID\"     | \"\"",
                    "\"AQID\"     | \"A!\"",
                    "\"AQID\"     | 7",
                    "\"AQID\"     | null",
                    "\"SHA1\"     | \"SHA3\"",
                    "\"SHA1\"     | null",
                    ":6           | :0",
                    ":6           | :6.5",
                    ":6           | :\"6\"",
                    ":6           | :99999999999",
                    ":30          | :30,\"counter\":1",
                    ":30          | :30,\"period\":31",
                    "\"note\":\"\"| \"note\":5",
                    "\"Pexip\"    | null",
                    "2026-11      | 2026-13",
                    "\"revision\":1 | \"revision\":0",
                    "\"count\":0  | \"count\":-1",
                    ",\"pinned\":false | ''",
                    "-000000000001 | -1"
                })
        void isSetAsideByteForByteAndBlocksNothing(String place, String with) throws CorruptVaultException {
            var odd = ENTRY.replace(place, with);
            assertThat(odd).isNotEqualTo(ENTRY);
            var good = ENTRY.replace("0000000001\"", "0000000002\"");
            var vault = read(content(odd + "," + good));
            assertThat(vault.entries()).extracting(Entry::id).containsExactly(SampleVault.id(2));
            assertThat(vault.setAside()).containsExactly(SetAside.copyOf(odd.getBytes(UTF_8), ""));
            assertThat(write(vault)).contains(odd);
            assertThat(read(write(vault))).isEqualTo(vault);
        }

        @ParameterizedTest
        @ValueSource(strings = {"7", "1.50E+3", "\"text \\u0041 \u00e9\"", "null", "[ ]", "{ }", "true"})
        void mayBeAnyJson(String odd) throws CorruptVaultException {
            var vault = read(content(ENTRY + " , " + odd + " "));
            assertThat(vault.entries()).hasSize(1);
            assertThat(write(vault)).contains(odd);
        }

        @Test
        void mayHaveTheIdOfAnother() throws CorruptVaultException {
            var twin = ENTRY.replace("Pexip", "Twin");
            var vault = read(content(ENTRY + "," + twin));
            assertThat(vault.setAside())
                    .extracting(SetAside::reason)
                    .containsExactly("It has the same id as another entry.");
            assertThat(write(vault)).contains(ENTRY + "," + twin);
        }

        @Test
        void saysWhyWithoutQuotingItself() throws CorruptVaultException {
            var vault = read(content(ENTRY.replace("totp", "ocra") + "," + ENTRY.replace("AQID", "A!ID")));
            assertThat(vault.setAside())
                    .extracting(SetAside::reason)
                    .containsExactly(
                            "It is of a type that this version of Tessera does not know.",
                            "Its fields are not the ones that this version of Tessera expects.");
            assertThat(vault.toString()).doesNotContain("A!ID").doesNotContain("ocra");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " {\"version\":1}",
                "[]",
                "7",
                "{}",
                "{\"version\":0}",
                "{\"version\":\"1\"}",
                "{\"version\":1",
                "{\"version\":1}}",
                "{\"version\":1} {}",
                "{\"version\":1,\"version\":1}",
                "{\"version\":1,\"entries\":{}}",
                "{\"version\":1,\"entries\":[{]}",
                "{\"version\":1,\"tags\":7}",
                "{\"version\":1,\"settings\":[]}",
                "{\"version\":1,\"ancestry\":[7]}",
                "{\"version\":1,\"ancestry\":{}}",
                "{\"version\":1,\"entries\":[\"\u0000\"]}",
                "\ufeff{\"version\":1}"
            })
    void refusesContentWhoseOuterFormIsWrong(String json) {
        assertThatExceptionOfType(CorruptVaultException.class).isThrownBy(() -> read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void guessesAtNoOtherEncoding(String name) {
        byte[] bytes = "{\"version\":1}".getBytes(Charset.forName(name));
        assertThatExceptionOfType(CorruptVaultException.class).isThrownBy(() -> VaultJsonReader.read(bytes));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] bytes = "{\"version\":1,\"later\":\"\u00e9\"}".getBytes(ISO_8859_1);
        assertThatExceptionOfType(CorruptVaultException.class).isThrownBy(() -> VaultJsonReader.read(bytes));
    }

    @Test
    void quotesNothingOfTheContentWhenItRefuses() {
        assertThatExceptionOfType(CorruptVaultException.class)
                .isThrownBy(() -> read("{\"version\":1,\"entries\":[{\"secret\":\"JBSWY3DP\"]}"))
                .withMessageNotContaining("JBSWY3DP")
                .withNoCause();
    }

    @Test
    void refusesToWriteHalfACharacter() {
        var vault = Vault.empty().with(SampleVault.entry(1, "half \ud83d", Totp.standard()));
        assertThatIllegalArgumentException().isThrownBy(() -> write(vault)).withMessageContaining("half a character");
    }

    @Test
    void marksAVaultOfALaterRelease() throws CorruptVaultException {
        assertThat(VaultJsonReader.read("{\"version\":2}".getBytes(UTF_8)).isOfLaterRelease())
                .isTrue();
        assertThat(VaultJsonReader.read("{\"version\":1}".getBytes(UTF_8)).isOfLaterRelease())
                .isFalse();
    }

    private static String content(String entries) {
        return "{\"version\":1,\"entries\":[" + entries + "]}";
    }

    private static Vault read(String json) throws CorruptVaultException {
        return VaultJsonReader.read(json.getBytes(UTF_8)).vault();
    }

    private static String write(Vault vault) {
        return new String(VaultJson.write(new Payload(1, Ancestry.none(), vault)), UTF_8);
    }
}
