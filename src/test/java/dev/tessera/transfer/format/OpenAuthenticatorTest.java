package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Aead;
import dev.tessera.crypto.ForeignArgon2id;
import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The cost of a key is fixed in this format, so that all tests share the two that they need.
class OpenAuthenticatorTest {
    private static final byte[] SALT = Exports.bytes(32, 5);

    @SuppressWarnings("NullAway.Init")
    private static Key key;

    @BeforeAll
    static void derive() {
        key = new ForeignArgon2id(262_144, 3, 8).derive(Exports.PASSPHRASE.getBytes(UTF_8), SALT);
    }

    @AfterAll
    static void wipe() {
        key.close();
    }

    private static String box(Key sealing, String plain) {
        byte[] nonce = Exports.bytes(12, plain.hashCode());
        byte[] box = Aead.seal(sealing, nonce, new byte[0], plain.getBytes(UTF_8));
        byte[] whole = ByteBuffer.allocate(12 + box.length).put(nonce).put(box).array();
        // Bytes without a sign, as Dart writes them.
        var numbers = new StringBuilder();
        for (byte one : whole) {
            numbers.append(numbers.isEmpty() ? "" : ", ").append(one & 0xff);
        }
        return "[" + numbers + "]";
    }

    private static String totp(String issuer, String label, String secret, String more) {
        return "{\"uuid\": \"1\", \"secret\": " + box(key, secret) + ", \"label\": " + box(key, label)
                + (issuer.isEmpty() ? "" : ", \"issuer\": " + box(key, issuer))
                + ", \"encryptionSalt\": " + Arrays.toString(SALT) + more + "}";
    }

    private static String signed(String... totps) {
        return "{\"passwordSignature\": \"" + Exports.base64(Hkdf.hmac(key, Exports.PASSPHRASE.getBytes(UTF_8)))
                + "\", " + unsigned(totps).substring(1);
    }

    private static String unsigned(String... totps) {
        return "{\"salt\": \"" + Exports.base64(SALT) + "\", \"totps\": [" + String.join(", ", totps) + "]}";
    }

    private static final String FULL = ", \"algorithm\": \"sha256\", \"digits\": 8, \"period\": 60";

    @Test
    void aSignedBackupIsReadInFullAndEachBadEntryNamed() throws ImportException {
        String strange;
        try (var other = Key.copyOf(Exports.bytes(32, 1))) {
            strange = "{\"uuid\": \"2\", \"issuer\": " + box(key, "Strange") + ", \"secret\": " + box(other, "GEZDGNBV")
                    + ", \"encryptionSalt\": [1]}";
        }
        var found = Exports.read(
                signed(
                        totp("Züge", "ann", "GEZDGNBVGY3TQOJQ", FULL),
                        totp("", "bob", "gezd gnbv", ", \"validity\": 20"),
                        strange,
                        totp("Bad", "secret", "1", ""),
                        totp("Bad", "digits", "GEZDGNBV", ", \"digits\": 0"),
                        totp("Bad", "algorithm", "GEZDGNBV", ", \"algorithm\": \"md5\""),
                        "{\"issuer\": \"text\"}",
                        "{\"issuer\": [1, 2]}",
                        "{}"),
                Exports.PASSPHRASE);
        assertThat(found.format()).isEqualTo("open_authenticator");
        assertThat(Expected.allOf(found))
                .containsExactly(
                        Expected.of("Züge / ann", "31323334353637383930", "totp SHA256 8 60"),
                        Expected.of(" / bob", "3132333435", "totp SHA1 6 20"));
        assertThat(found.rejected()).hasSize(7);
        assertThat(found.rejected())
                .extracting("label")
                .startsWith("Strange", "Bad (secret)", "Bad (digits)", "Bad (algorithm)");
        assertThat(found.rejected().getFirst().reason()).contains("encrypted with another passphrase");
        assertThat(found.rejected())
                .extracting("reason")
                .contains(
                        "digits is 0; it must be 1 to 10",
                        "issuer is not a sequence of bytes",
                        "issuer is shorter than its nonce",
                        "secret is missing");
    }

    @Test
    void aWrongPassphraseIsToldWithAndWithoutASignature() throws ImportException {
        var signed = signed(totp("Acme", "ann", "GEZDGNBV", ""));
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(signed, "wrong"));
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(signed));
        var unsigned = unsigned(totp("Acme", "ann", "GEZDGNBV", ""));
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> Exports.read(unsigned, "wrong"));
        assertThat(Exports.read(unsigned, Exports.PASSPHRASE).entries()).hasSize(1);
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(signed.replace("\"salt\": \"", "\"salt\": \"!"), "any"));
    }
}
