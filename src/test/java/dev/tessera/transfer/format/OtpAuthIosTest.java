package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.Hashes;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.Rejected;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import dev.tessera.transfer.plist.Plists;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtpAuthIosTest {
    private static final byte[] SECRET = "12345".getBytes(UTF_8);
    private static final byte[] PASSWORD = Exports.PASSPHRASE.getBytes(UTF_8);

    private static Plists.Instance account(String issuer, Map<String, Object> more) {
        var all = new HashMap<String, Object>(Map.of(
                "issuer",
                issuer,
                "label",
                "ann",
                "secret",
                SECRET,
                "type",
                2,
                "algorithm",
                0,
                "digits",
                0,
                "period",
                0));
        all.putAll(more);
        return new Plists.Instance(all);
    }

    private static byte[] database() {
        var first = List.of(
                account("Usual", Map.of()),
                account("Counter", Map.of("type", 1, "counter", 9)),
                account("Odd", Map.of("algorithm", 3, "digits", 8, "period", 60)));
        var second = List.of(
                account("Two", Map.of("algorithm", 2)),
                account("Md5", Map.of("algorithm", 4)),
                account("Type", Map.of("type", 7)),
                account("Hash", Map.of("algorithm", 9)),
                account("Empty", Map.of("secret", new byte[0])));
        return Plists.archive(Map.of(
                "Folders",
                List.of(
                        new Plists.Instance(Map.of("name", "Work", "accounts", first)),
                        new Plists.Instance(Map.of("name", "Ödd", "accounts", second)))));
    }

    private static byte[] outer(String name, Map<String, Object> layer) {
        return Exports.cbc(Hashes.sha256(name.getBytes(UTF_8)), new byte[16], Plists.archive(layer));
    }

    private static byte[] old(String name, String part, byte[] content, Object iv) {
        byte[] ivBytes = iv instanceof String text ? text.getBytes(UTF_8) : (byte[]) iv;
        byte[] key = Hashes.sha256("sält-".getBytes(UTF_8), PASSWORD);
        byte[] box = Exports.cbc(key, Arrays.copyOf(Hashes.sha1(ivBytes), 16), content);
        return outer(name, Map.of("Version", 1.0, "Salt", "sält", "IV", iv, part, box));
    }

    static byte[] rnCryptor(byte[] content) {
        byte[] salts = "saltsaltmacsmacs".getBytes(UTF_8);
        byte[] iv = new byte[16];
        byte[] box = Exports.cbc(key(Arrays.copyOf(salts, 8)), iv, content);
        byte[] covered = ByteBuffer.allocate(34 + box.length)
                .put((byte) 3)
                .put((byte) 1)
                .put(salts)
                .put(iv)
                .put(box)
                .array();
        byte[] mac = Hkdf.hmac(Key.copyOf(key(Arrays.copyOfRange(salts, 8, 16))), covered);
        return ByteBuffer.allocate(covered.length + mac.length)
                .put(covered)
                .put(mac)
                .array();
    }

    private static byte[] key(byte[] salt) {
        try (var key = new Pbkdf2(Pbkdf2.Hash.SHA1, 10_000).derive(PASSWORD, salt)) {
            return key.toByteArray();
        }
    }

    private static byte[] sealed(byte[] content) {
        return outer("Authenticator", Map.of("Version", 1.1, "WrappedData", rnCryptor(content)));
    }

    @Test
    void numbersThatAreStoredAsRealOnesAreWholeOnes() throws ImportException {
        var real = Map.<String, Object>of("type", 2.0, "algorithm", 2.0, "digits", 8.0, "period", 60.0);
        var content = Plists.archive(Map.of(
                "Folders",
                List.of(new Plists.Instance(Map.of("name", "", "accounts", List.of(account("Real", real)))))));
        try (var found = Exports.read(sealed(content), Exports.PASSPHRASE)) {
            assertThat(Expected.allOf(found))
                    .containsExactly(Expected.of("Real / ann", "3132333435", "totp SHA256 8 60"));
        }
    }

    @Test
    void bothVersionsOfADatabaseHoldTheSame() throws ImportException {
        for (byte[] file : List.of(
                old("Authenticator", "WrappedData", database(), "ïv as text"),
                old("Authenticator", "WrappedData", database(), new byte[] {1, 2}),
                sealed(database()))) {
            try (var found = Exports.read(file, Exports.PASSPHRASE)) {
                assertThat(found.format()).isEqualTo("otpauth_ios");
                assertThat(Expected.allOf(found))
                        .containsExactly(
                                Expected.of("Usual / ann", "3132333435", "totp SHA1 6 30")
                                        .tagged("Work"),
                                Expected.of("Counter / ann", "3132333435", "hotp SHA1 6 9")
                                        .tagged("Work"),
                                Expected.of("Odd / ann", "3132333435", "totp SHA512 8 60")
                                        .tagged("Work"),
                                Expected.of("Two / ann", "3132333435", "totp SHA256 6 30")
                                        .tagged("Ödd"));
                assertThat(found.rejected())
                        .extracting(Rejected::label)
                        .containsExactly("Md5 (ann)", "Type (ann)", "Hash (ann)", "Empty (ann)");
            }
        }
    }

    @Test
    void saltAndIvBesideRnCryptorAreOfNoUse() throws ImportException {
        byte[] account = Plists.archive(Map.of("issuer", "Acme", "label", "ann", "secret", SECRET, "period", 60.0));
        byte[] file = outer("OTPAuth", Map.of("Version", 1.2, "Salt", "s", "IV", "v", "Data", rnCryptor(account)));
        assertThat(Expected.allOf(Exports.read(file, Exports.PASSPHRASE)))
                .containsExactly(Expected.of("Acme / ann", "3132333435", "totp SHA1 6 60"));
    }

    @Test
    void aSingleAccountIsRead() throws ImportException {
        byte[] account = Plists.archive(Map.of("issuer", "Acme", "label", "ann", "secret", SECRET, "type", 2));
        for (byte[] file : List.of(
                old("OTPAuth", "Data", account, new byte[] {7}),
                outer("OTPAuth", Map.of("Version", 1.2, "Data", rnCryptor(account))))) {
            assertThat(Expected.allOf(Exports.read(file, Exports.PASSPHRASE)))
                    .containsExactly(Expected.of("Acme / ann", "3132333435", "totp SHA1 6 30"));
        }
    }

    @Test
    void aWrongPassphraseAndNoneAreToldApart() {
        for (byte[] file : List.of(old("Authenticator", "WrappedData", database(), "iv"), sealed(database()))) {
            assertThatExceptionOfType(WrongImportPassphraseException.class)
                    .isThrownBy(() -> Exports.read(file, "wrong"));
            assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
        }
    }

    @Test
    void whatOpensByChanceIsAWrongPassphrase() {
        byte[] file = old("Authenticator", "WrappedData", new byte[] {1, 2, 3}, "iv");
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> Exports.read(file, Exports.PASSPHRASE));
    }

    @Test
    void partsThatAreMissingAreDamage() {
        var files = List.of(
                outer("Authenticator", Map.of("Version", 1.1)),
                outer("Authenticator", Map.of("WrappedData", new byte[] {3, 1, 0})),
                sealed(Plists.archive(Map.of("other", 1))));
        for (byte[] file : files) {
            assertThatExceptionOfType(DamagedImportException.class)
                    .isThrownBy(() -> Exports.read(file, Exports.PASSPHRASE));
        }
    }

    @Test
    void anotherSealingIsTold() {
        byte[] file = outer("Authenticator", Map.of("Version", 2.0, "WrappedData", new byte[100]));
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(file, Exports.PASSPHRASE))
                .withMessageContaining("QR code");
    }
}
