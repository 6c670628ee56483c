package dev.tessera.transfer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AuthyTest {
    private static final byte[] ZEROS = new byte[16];
    private static final String KEY = "com.authy.storage.tokens.authenticator.key";
    private static final String OWN_KEY = "com.authy.storage.tokens.authy.key";

    private static String settings(String key, String json) {
        return "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map><int name=\"key_version\" value=\"1\" />"
                + "<string name=\"" + key + "\">" + json.replace("\"", "&quot;") + "</string></map>";
    }

    private static String sealed(String name, String base32, String salt, String more) {
        int iterations = more.contains("100000") ? 100_000 : 1000;
        return "{\"accountType\": \"authenticator\", \"name\": \"" + name + "\", \"salt\": \"" + salt
                + "\", \"digits\": 6," + " \"encryptedSecret\": \"" + Boxes.authy(base32, salt, iterations, ZEROS)
                + "\"" + more + "}";
    }

    @Test
    void plainSettingsAreReadAndMissingPartsFoundInOthers() throws ImportException {
        var file = settings(KEY, """
                [{"accountType": "authenticator", "decryptedSecret": "GEZDGNBV", "digits": 7, "originalIssuer": "Acme",
                  "originalName": "Acme:ann", "name": "Acme: ann", "timestamp": 1, "logo": "Acme"},
                 {"accountType": "authenticator", "decryptedSecret": "gezd gnbv", "name": "By name: bob"},
                 {"accountType": "authenticator", "decryptedSecret": "GEZDGNBV", "name": "By dash - carl", "digits": null},
                 {"accountType": "facebook", "decryptedSecret": "GEZDGNBV", "originalName": "dora"},
                 {"accountType": "authenticator", "decryptedSecret": "GEZDGNBV", "originalIssuer": "Same",
                  "originalName": "same", "name": "Same: eve"},
                 {"decryptedSecret": "GEZDGNBV", "encryptedSecret": "AAAA", "salt": "s"},
                 {"accountType": "authenticator", "name": "No seed", "originalName": "No seed"},
                 {"name": "Digits", "decryptedSecret": "GEZDGNBV", "digits": 11},
                 {"name": "Bad", "decryptedSecret": "0189"}]""");
        try (var found = Exports.read(file)) {
            assertThat(found.format()).isEqualTo("authy");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "3132333435", "totp SHA1 7 30"),
                            Expected.of("By name / bob", "3132333435", "totp SHA1 6 30"),
                            Expected.of("By dash / carl", "3132333435", "totp SHA1 6 30"),
                            Expected.of("Facebook / dora", "3132333435", "totp SHA1 6 30"),
                            Expected.of("Same / eve", "3132333435", "totp SHA1 6 30"),
                            Expected.of(" / ", "3132333435", "totp SHA1 6 30"));
            assertThat(found.rejected()).extracting("label").containsExactly("No seed", "Digits", "Bad");
            assertThat(found.rejected().getFirst().reason()).isEqualTo("secret is missing");
        }
    }

    @Test
    void sealedAccountsOpenEachWithItsOwnSaltAndCost() throws ImportException {
        var file = settings(
                KEY,
                "[" + sealed("One: ann", "GEZDGNBV", "first salt", "") + ","
                        + sealed(
                                "Two: bob",
                                "GEZDGNBVGY3TQOJQ",
                                "zweites Sälz",
                                ", \"key_derivation_iterations\": 100000")
                        + ",{\"name\": \"Plain: carl\", \"decryptedSecret\": \"GEZDGNBV\"}]");
        try (var found = Exports.read(file, Exports.PASSPHRASE)) {
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("One / ann", "3132333435", "totp SHA1 6 30"),
                            Expected.of("Two / bob", "31323334353637383930", "totp SHA1 6 30"),
                            Expected.of("Plain / carl", "3132333435", "totp SHA1 6 30"));
        }
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> Exports.read(file, Exports.PASSPHRASE.strip()));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
    }

    @Test
    void oneSealedAccountThatDoesNotOpenCostsNoOther() throws ImportException {
        var file = settings(
                KEY,
                "[" + sealed("Good: ann", "GEZDGNBV", "s", "") + "," + sealed("Number: a", "0189", "s", "") + ","
                        + sealed("Box: b", "GEZDGNBV", "s", "").replaceFirst("Secret\": \"[^\"]*", "Secret\": \"AAAA")
                        + ","
                        + sealed("Text: c", "GEZDGNBV", "s", "").replaceFirst("Secret\": \"[^\"]*", "Secret\": \"*")
                        + ","
                        + sealed("Salt: d", "GEZDGNBV", "s", "").replace("\"salt\": \"s\"", "\"salt\": \"\"") + ","
                        + sealed("Cost: e", "GEZDGNBV", "s", ", \"key_derivation_iterations\": 2147483647") + ","
                        + sealed("Iv: f", "GEZDGNBV", "s", ", \"unique_iv\": \"00\"") + "]");
        try (var found = Exports.read(file, Exports.PASSPHRASE)) {
            assertThat(found.entries()).hasSize(1);
            assertThat(found.rejected())
                    .extracting("label")
                    .containsExactly("Number (a)", "Box (b)", "Text (c)", "Salt (d)", "Cost (e)", "Iv (f)");
            assertThat(found.rejected())
                    .extracting("reason")
                    .containsExactly(
                            "it does not open with this passphrase, or it is damaged",
                            "it does not open with this passphrase, or it is damaged",
                            "the encrypted secret is not Base64",
                            "salt is missing",
                            "key_derivation_iterations is out of range; it must be 1 to 10000000",
                            "unique_iv has 1 bytes; it must have 16");
        }
    }

    @Test
    void theServersAnswerIsOpenedWithTheVectorOfEachAccount() throws ImportException {
        byte[] iv = Boxes.bytes(16, 7);
        var file = """
                {"message": "success", "authenticator_tokens": [
                 {"account_type": "authenticator", "digits": 7, "encrypted_seed": "%s", "key_derivation_iterations": 1000,
                  "name": "Acme: ann", "original_name": "Acme:ann", "issuer": null, "salt": "s", "password_timestamp": 1,
                  "unique_id": "1", "unique_iv": "%s"},
                 {"account_type": "github", "digits": 6, "encrypted_seed": "%s", "key_derivation_iterations": 1000,
                  "name": "bob", "original_name": null, "salt": "s", "unique_iv": null}], "deleted": [], "success": true}""".formatted(
                        Boxes.authy("GEZDGNBV", "s", 1000, iv),
                        HexFormat.of().formatHex(iv),
                        Boxes.authy("GEZDGNBV", "s", 1000, ZEROS));
        try (var found = Exports.read(file, Exports.PASSPHRASE)) {
            assertThat(found.format()).isEqualTo("authy");
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of("Acme / ann", "3132333435", "totp SHA1 7 30"),
                            Expected.of("Github / bob", "3132333435", "totp SHA1 6 30"));
        }
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(file, "wrong"));
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("{\"authenticator_tokens\": 1}"));
    }

    @Test
    void authysOwnAccountsKeepTheirDigitsAndPeriodAndAreExplained() throws ImportException {
        var file = settings(
                OWN_KEY,
                "[{\"name\": \"Twitch\", \"secretSeed\": \"0102030405\"}, {\"name\": \"Six\", \"digits\": 6, \"secretSeed\":"
                        + " \"FF\"}, {\"name\": \"Bad\", \"secretSeed\": \"xyz\"}]");
        try (var found = Exports.read(file)) {
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of(" / Twitch", "0102030405", "totp SHA1 7 10"),
                            Expected.of(" / Six", "ff", "totp SHA1 6 10"));
            assertThat(found.rejected()).extracting("label").containsExactly("Bad");
            assertThat(found.notes()).singleElement().asString().contains("each device a different secret");
        }
    }

    @Test
    void whatScriptsMakeOfTheDesktopProgramIsRead() throws ImportException {
        var links = """
                [{"name": "Acme: ann", "secret": "GEZDGNBV",
                  "uri": "otpauth://totp/Acme:ann?secret=GEZDGNBV&digits=7&period=10"},
                 {"name": "Plain: bob", "secret": "GEZDGNBV", "uri": ""}]""";
        assertThat(Expected.allOf(Exports.read(links)))
                .containsExactly(
                        Expected.of("Acme / ann", "3132333435", "totp SHA1 7 10"),
                        Expected.of("Plain / bob", "3132333435", "totp SHA1 6 30"));
        var seeds = """
                [{"decryptedSeed": "GEZDGNBV", "originalName": "Acme:ann", "name": "Acme", "digits": 8,
                  "accountType": "authenticator"}]""";
        var found = Exports.read(seeds);
        assertThat(found.format()).isEqualTo("authy");
        assertThat(Expected.allOf(found)).containsExactly(Expected.of("Acme / ann", "3132333435", "totp SHA1 8 30"));
    }

    @Test
    void moreCostThanAnyListHasIsRefusedBeforeItIsSpent() {
        var one = "{\"encryptedSecret\": \"AAAA\", \"salt\": \"s\", \"key_derivation_iterations\": 10000000}";
        var many = new String[11];
        Arrays.fill(many, one);
        var file = "[" + String.join(",", many) + "]";
        assertThatExceptionOfType(CostlyImportException.class).isThrownBy(() -> Exports.read(file, "p"));
    }

    @Test
    void settingsWhoseListIsNoneAreDamaged() {
        for (var list : new String[] {"{}", "text", "[{]"}) {
            assertThatExceptionOfType(DamagedImportException.class)
                    .isThrownBy(() -> Exports.read(settings(KEY, list), "p"));
        }
    }
}
