package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tessera.crypto.ForeignArgon2id;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class AuthenticatorExtensionTest {
    private static final String TWENTY = "3132333435363738393031323334353637383930";
    private static final byte[] RANDOM_KEY = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, (byte) 0xff};

    /// As CryptoJS seals.
    private static String box(String text, byte[] plain) throws GeneralSecurityException {
        byte[] salt = "8 bytes!".getBytes(US_ASCII);
        var stretched = new ByteArrayOutputStream();
        byte[] last = {};
        while (stretched.size() < 48) {
            var md5 = MessageDigest.getInstance("MD5");
            md5.update(last);
            md5.update(text.getBytes(UTF_8));
            md5.update(salt);
            last = md5.digest();
            stretched.writeBytes(last);
        }
        byte[] key = stretched.toByteArray();
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(Arrays.copyOf(key, 32), "AES"),
                new IvParameterSpec(Arrays.copyOfRange(key, 32, 48)));
        var box = new ByteArrayOutputStream();
        box.writeBytes("Salted__".getBytes(US_ASCII));
        box.writeBytes(salt);
        box.writeBytes(cipher.doFinal(plain));
        return Base64.getEncoder().encodeToString(box.toByteArray());
    }

    private static String box(String text, String plain) throws GeneralSecurityException {
        return box(text, plain.getBytes(UTF_8));
    }

    private static String entry(String hash, String type, String secret, String more) {
        return "\"%s\": {\"hash\": \"%s\", \"type\": \"%s\", \"secret\": \"%s\", \"account\": \"%s\"%s}"
                .formatted(hash, hash, type, secret, hash, more);
    }

    private static String sealed(String hash, String box, String more) {
        return entry(hash, "totp", box, ", \"encrypted\": true" + more);
    }

    private static String file(String... members) {
        return "{\r\n" + String.join(",\r\n", members) + "\r\n}";
    }

    @Test
    void eachTypeIsReadAndEachBadEntryTold() throws ImportException {
        var found = Exports.read(file(
                entry(
                        "a",
                        "totp",
                        "gezdgnbv",
                        ", \"issuer\": \"Acme::acme.com\", \"dataType\": \"OTPStorage\","
                                + " \"period\": 60, \"digits\": 8, \"algorithm\": \"SHA512\", \"pinned\": true"),
                entry("b", "hotp", "GEZDGNBV", ", \"counter\": 7"),
                entry("c", "battle", "GEZDGNBV", ""),
                entry("d", "steam", "GEZDGNBV", ", \"issuer\": \"Steam\""),
                entry("e", "hex", "3132333435", ""),
                entry("f", "hhex", "3132333435", ", \"counter\": 4"),
                entry("g", "totp", "blz-GEZDGNBV", ""),
                entry("h", "totp", "bliz-GEZDGNBV", ""),
                entry("i", "totp", "stm-GEZDGNBV", ""),
                entry("j", "totp", "3139", ""),
                "\"UserSettings\": {\"secret\": 1}, \"LocalStorage\": {}, \"key\": {}",
                entry("k", "totp", "GEZ1ZZ", ""),
                entry("l", "totp", "", ""),
                entry("m", "totp", "GEZDGNBV", ", \"algorithm\": \"GOST3411_2012_256\""),
                entry("n", "hex", "xyz", ""),
                entry("o", "other", "GEZDGNBV", ""),
                entry("p", "totp", "GEZDGNBV", ", \"period\": 0"),
                entry("q", "hotp", "GEZDGNBV", ", \"counter\": -1"),
                "\"r\": 7"));
        assertThat(found.format()).isEqualTo("authenticator_extension");
        assertThat(Expected.allOf(found))
                .containsExactly(
                        Expected.of("Acme / a", "3132333435", "totp SHA512 8 60"),
                        Expected.of(" / b", "3132333435", "hotp SHA1 6 7"),
                        Expected.of(" / c", "3132333435", "totp SHA1 8 30"),
                        Expected.of("Steam / d", "3132333435", "steam SHA1 5 30"),
                        Expected.of(" / e", "3132333435", "totp SHA1 6 30"),
                        Expected.of(" / f", "3132333435", "hotp SHA1 6 4"),
                        Expected.of(" / g", "3132333435", "totp SHA1 8 30"),
                        Expected.of(" / h", "3132333435", "totp SHA1 8 30"),
                        Expected.of(" / i", "3132333435", "steam SHA1 5 30"),
                        Expected.of(" / j", "3139", "totp SHA1 6 30"));
        assertThat(found.entries().getFirst().extras().pinned()).isTrue();
        assertThat(found.rejected()).extracting("label").containsExactly("k", "l", "m", "n", "o", "p", "q", "entry 18");
    }

    @Test
    void theThreeVersionsOfItsSealHoldTheSame() throws ImportException, GeneralSecurityException {
        for (var file : new String[] {versionOne(), versionTwo(), versionTwoAtTop(), versionThree()}) {
            var found = Exports.read(file, Exports.PASSPHRASE);
            assertThat(Expected.allOf(found))
                    .containsExactly(
                            Expected.of(" / a", "3132333435", "totp SHA1 6 30"),
                            Expected.of(" / open", "3132333435", "totp SHA1 6 30"));
            assertThat(found.rejected())
                    .extracting("reason")
                    .containsExactly("it is encrypted with a different passphrase from the others, or it is damaged");
            assertThatExceptionOfType(WrongImportPassphraseException.class)
                    .isThrownBy(() -> Exports.read(file, "wrong"));
            assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
        }
    }

    private static String versionOne() throws GeneralSecurityException {
        return file(
                sealed("a", box(Exports.PASSPHRASE, "GEZDGNBV"), ""),
                entry("open", "totp", "GEZDGNBV", ""),
                sealed("b", box("another", "GEZDGNBV"), ""));
    }

    private static String versionTwo() throws GeneralSecurityException {
        return file("\"key\": " + randomKey(), ofVersionTwo());
    }

    private static String versionTwoAtTop() throws GeneralSecurityException {
        return file(randomKey().substring(1, randomKey().length() - 1), ofVersionTwo());
    }

    private static String randomKey() throws GeneralSecurityException {
        return "{\"enc\": \"" + box(Exports.PASSPHRASE, RANDOM_KEY) + "\", \"hash\": \"$argon2id$\"}";
    }

    private static String ofVersionTwo() throws GeneralSecurityException {
        var text = HexFormat.of().formatHex(RANDOM_KEY);
        return String.join(
                ",",
                sealed("a", box(text, "GEZDGNBV"), ""),
                entry("open", "totp", "GEZDGNBV", ""),
                sealed("b", box("another", "GEZDGNBV"), ""));
    }

    private static String wholly(String id, String key, String text) throws GeneralSecurityException {
        var inner = "{\"dataType\": \"OTPStorage\", \"type\": \"totp\", \"secret\": \"GEZDGNBV\", \"account\": \"a\"}";
        return "\"%s\": {\"dataType\": \"EncOTPStorage\", \"keyId\": \"%s\", \"index\": 0, \"data\": \"%s\"}"
                .formatted(id, key, box(text, inner));
    }

    private static String versionThree() throws GeneralSecurityException {
        return file(
                wholly("1", "k", derived()),
                entry("open", "totp", "GEZDGNBV", ""),
                wholly("2", "k", "another"),
                "\"k\": {\"dataType\": \"Key\", \"id\": \"k\", \"salt\": \"some salt\", \"hash\": \"\", \"version\": 3}");
    }

    private static String derived() {
        try (var key = new ForeignArgon2id(19_456, 2, 1)
                .derive(Exports.PASSPHRASE.getBytes(UTF_8), "some salt".getBytes(UTF_8))) {
            return Base64.getEncoder().withoutPadding().encodeToString(key.toByteArray());
        }
    }

    @Test
    void whatLacksItsKeyIsTold() throws ImportException, GeneralSecurityException {
        var lost = wholly("1", "lost", derived());
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(file(lost), Exports.PASSPHRASE))
                .withMessageContaining("does not contain the key");
        Import found =
                Exports.read(file(lost, sealed("b", box(Exports.PASSPHRASE, "GEZDGNBV"), "")), Exports.PASSPHRASE);
        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected())
                .extracting("label", "reason")
                .containsExactly(tuple("entry 1", "the file does not contain the key that opens it"));
    }

    @Test
    void withoutAnyKeyTheFileMayBeIncomplete() throws GeneralSecurityException {
        var unnamed = file(sealed("a", box("a lost key", "GEZDGNBV"), ""));
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> Exports.read(unnamed, Exports.PASSPHRASE))
                .withMessageContaining("no key in the file");
        var named = file(sealed("a", box("a lost key", "GEZDGNBV"), ", \"keyId\": \"lost\""));
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(named, Exports.PASSPHRASE))
                .withMessageContaining("does not contain the key");
    }

    @Test
    void aListIsItsOwnWhereSecretsAreHexadecimal() throws ImportException {
        var found = Exports.read("otpauth://totp/Acme Inc:ann?secret=" + TWENTY + "&issuer=Acme Inc\r\n"
                + "otpauth://hotp/bob?secret=GEZDGNBV&counter=1");
        assertThat(found.format()).isEqualTo("authenticator_extension");
        assertThat(Expected.allOf(found))
                .containsExactly(
                        Expected.of("Acme Inc / ann", TWENTY, "totp SHA1 6 30"),
                        Expected.of(" / bob", "3132333435", "hotp SHA1 6 1"));
        for (var other : new String[] {"otpauth://totp/a?secret=GEZDGNBV", "otpauth://totp/a?secret=1919"}) {
            assertThat(Exports.read(other).format()).isEqualTo("uri_list");
        }
    }
}
