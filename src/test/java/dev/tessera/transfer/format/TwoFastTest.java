package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Key;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoFastTest {
    private static final byte[] IV = Exports.bytes(16, 9);

    private static Key key(int version) {
        byte[] salt = HexFormat.of().parseHex("0edf23c55df2ef08");
        return (version < 2 ? new Pbkdf2(Pbkdf2.Hash.SHA1, 1_000) : new Pbkdf2(Pbkdf2.Hash.SHA256, 25_000))
                .derive(Exports.PASSPHRASE.getBytes(UTF_8), salt);
    }

    private static String box(int version, byte[] plain) {
        try (var key = key(version)) {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.toByteArray(), "AES"), new IvParameterSpec(IV));
            return Exports.base64(cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("AES-256-CBC is part of every JDK", e);
        }
    }

    private static String item(int version, String issuer, String label, String secret, String more) {
        return "{\"Label\": \"" + box(version, label.getBytes(UTF_8)) + "\", \"Issuer\": \""
                + box(version, issuer.getBytes(UTF_8)) + "\", \"SecretByteArray\": \""
                + box(version, secret.getBytes(UTF_8)) + "\"" + more + "}";
    }

    private static String file(String version, String... items) {
        return "{\"Collection\": [" + String.join(", ", items) + "], \"IV\": \"" + Exports.base64(IV) + "\"" + version
                + "}";
    }

    static byte[] small() {
        return file(", \"Version\": 1", item(1, "A", "a", "12", ", \"TotpSize\": 6"))
                .getBytes(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void filesOfEachVersionAreReadInFull(int version) throws ImportException {
        var file = file(
                ", \"Version\": " + version + ", \"GlobalCategories\": []",
                item(
                        version,
                        "Züge",
                        "ann",
                        "12",
                        ", \"Period\": 60, \"TotpSize\": 8, \"HashMode\": 1, \"IsFavourite\": true, \"OTPType\": \""
                                + box(version, "totp".getBytes(UTF_8)) + "\", \"Notes\": \""
                                + box(version, "a note".getBytes(UTF_8)) + "\""),
                item(version, "", "bob", "34", ", \"Notes\": null, \"HashMode\": 2"),
                item(version, "Words", "", "34", ", \"HashMode\": \"Sha256\""),
                item(
                        version,
                        "Steam",
                        "gamer",
                        "34",
                        ", \"OTPType\": \"" + box(version, "steam".getBytes(UTF_8)) + "\""));
        var found = Exports.read(file, Exports.PASSPHRASE);
        assertThat(found.format()).isEqualTo("2fast");
        assertThat(Expected.allOf(found))
                .containsExactly(
                        Expected.of("Züge / ann", "3132", "totp SHA256 8 60"),
                        Expected.of(" / bob", "3334", "totp SHA512 6 30"),
                        Expected.of("Words / ", "3334", "totp SHA256 6 30"),
                        Expected.of("Steam / gamer", "3334", "steam SHA1 5 30"));
        assertThat(found.entries().getFirst().extras().note()).isEqualTo("a note");
        assertThat(found.entries().getFirst().extras().pinned()).isTrue();
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(file, "wrong"));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
    }

    @Test
    void theFirstFilesNamedNoVersion() throws ImportException {
        assertThat(Exports.read(file("", item(1, "Acme", "ann", "12", "")), Exports.PASSPHRASE)
                        .entries())
                .hasSize(1);
    }

    /// A box opens under one wrong key in 256: of a hundred entries, that must not make some out of noise.
    @Test
    void aWrongPassphraseIsToldForALongFileToo() {
        var items = new String[100];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(1, "Acme " + i, "ann", "secret " + i, "");
        }
        var file = file("", items);
        for (var wrong : List.of("a", "b", "c")) {
            assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(file, wrong));
        }
    }

    @Test
    void eachBadEntryIsNamedAndCostsNoOther() throws ImportException {
        var good = item(1, "Good", "", "12", "");
        var damaged = "{\"Issuer\": \"" + box(1, "Damaged".getBytes(UTF_8)) + "\", \"SecretByteArray\": \"AAAA\"}";
        var found = Exports.read(
                file(
                        "",
                        good,
                        item(1, "A", "", "12", ", \"HashMode\": 9"),
                        item(1, "B", "", "12", ", \"TotpSize\": 0"),
                        item(1, "C", "", "12", ", \"Period\": \"x\""),
                        item(1, "D", "", "12", ", \"OTPType\": \"" + box(1, "odd".getBytes(UTF_8)) + "\""),
                        item(1, "E", "", "", ""),
                        damaged,
                        item(1, "F", "", "12", ", \"Notes\": \"!\""),
                        good),
                Exports.PASSPHRASE);
        assertThat(found.entries()).hasSize(2);
        assertThat(found.rejected()).extracting("label").containsExactly("A", "B", "C", "D", "E", "Damaged", "F");
        assertThat(found.rejected())
                .extracting("reason")
                .containsExactly(
                        "algorithm is 9; it must be SHA1, SHA256 or SHA512",
                        "digits is 0; it must be 1 to 10",
                        "Period is not a whole number",
                        "the type is not known; it must be totp, hotp, steam, motp or yandex",
                        "secret is missing",
                        "one of its encrypted parts is damaged",
                        "one of its encrypted parts is damaged");
    }

    @Test
    void whatIsNoBase64CostsItsEntryAlone() throws ImportException {
        var found = Exports.read(
                file("", item(1, "Good", "", "12", ""), "{\"Label\": \"not sealed!\"}"), Exports.PASSPHRASE);
        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected()).extracting("reason").containsExactly("one of its encrypted parts is damaged");
    }

    @Test
    void aDamagedIvIsToldAsSuch() {
        var file = file("", item(1, "Acme", "", "12", "")).replace(Exports.base64(IV), "AAAA");
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(file, Exports.PASSPHRASE))
                .withMessageContaining("IV has 3 bytes");
    }
}
