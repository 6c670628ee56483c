package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Aead;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AndOtpTest {
    private static final String CONTENT = """
            [{"secret": "GEZDGNBVGY3TQOJQ======", "issuer": "Acme", "label": "ann", "digits": 7, "type": "TOTP",
              "algorithm": "SHA256", "thumbnail": "Default", "last_used": 1, "used_frequency": 0, "period": 20,
              "tags": ["Work", "Home", ""]},
             {"secret": "GEZDGNBV", "issuer": "Acme", "label": "Acme:bob", "digits": 6, "type": "HOTP",
              "algorithm": "SHA1", "counter": 10, "tags": []},
             {"secret": "GEZDGNBV", "label": "Old - cat", "type": "TOTP"},
             {"secret": "GEZDGNBV", "label": "dog@example.org", "type": "TOTP", "period": 30},
             {"secret": "GEZDGNBV", "issuer": "", "label": "a - b", "type": "TOTP"},
             {"secret": "STEAMKEY", "issuer": "Steam", "label": "gamer", "digits": 5, "type": "STEAM", "period": 30},
             {"secret": "MUZTCNJSMFTGKZJWGI2TSOLDHA", "issuer": "M", "label": "m", "type": "MOTP", "pin": "1234",
              "tags": []}]""";

    private static final Expected[] ENTRIES = {
        Expected.of("Acme / ann", "31323334353637383930", "totp SHA256 7 20").tagged("Work", "Home"),
        Expected.of("Acme / bob", "3132333435", "hotp SHA1 6 10"),
        Expected.of("Old / cat", "3132333435", "totp SHA1 6 30"),
        Expected.of(" / dog@example.org", "3132333435", "totp SHA1 6 30"),
        Expected.of(" / a - b", "3132333435", "totp SHA1 6 30"),
        Expected.of("Steam / gamer", "94c8062898", "steam SHA1 5 30"),
        new Expected("M / m", "e3152afee62599c8", "motp MD5 6 10", "1234", List.of())
    };

    private static byte[] sealed(String content, int iterations) {
        byte[] salt = Exports.bytes(12, 7);
        byte[] nonce = Exports.bytes(12, 90);
        try (var key = new Pbkdf2(Pbkdf2.Hash.SHA1, iterations).derive(Exports.PASSPHRASE.getBytes(UTF_8), salt)) {
            byte[] box = Aead.seal(key, nonce, new byte[0], content.getBytes(UTF_8));
            return ByteBuffer.allocate(28 + box.length)
                    .putInt(iterations)
                    .put(salt)
                    .put(nonce)
                    .put(box)
                    .array();
        }
    }

    /// An empty list in the old form, whose key costs nothing.
    static byte[] small() {
        return oldSealed("[]", (byte) 0x80);
    }

    /// @param start the first bytes of the nonce
    private static byte[] oldSealed(String content, byte... start) {
        byte[] nonce = Exports.bytes(12, 90);
        System.arraycopy(start, 0, nonce, 0, start.length);
        try (var key = Key.copyOf(MessageDigest.getInstance("SHA-256").digest(Exports.PASSPHRASE.getBytes(UTF_8)))) {
            byte[] box = Aead.seal(key, nonce, new byte[0], content.getBytes(UTF_8));
            return ByteBuffer.allocate(12 + box.length).put(nonce).put(box).array();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each Java has SHA-256", e);
        }
    }

    @Test
    void aPlainFileIsReadInFull() throws ImportException {
        var found = Exports.read(CONTENT);
        assertThat(found.format()).isEqualTo("andotp");
        assertThat(Expected.allOf(found)).containsExactly(ENTRIES);
        assertThat(found.rejected()).isEmpty();
    }

    @Test
    void sealedFilesOfAllTimesOpenWithTheirPassphraseAlone() throws ImportException {
        for (byte[] file : List.of(
                sealed(CONTENT, 150_000),
                sealed(CONTENT, 1_000),
                oldSealed(CONTENT),
                oldSealed(CONTENT, (byte) 0, (byte) 0, (byte) 16, (byte) 0))) {
            assertThat(Expected.allOf(Exports.read(file, Exports.PASSPHRASE))).containsExactly(ENTRIES);
            assertThatExceptionOfType(PassphraseNeededException.class)
                    .isThrownBy(() -> Exports.read(file))
                    .withMessageContaining("andOTP");
            assertThatExceptionOfType(WrongImportPassphraseException.class)
                    .isThrownBy(() -> Exports.read(file, "wrong"));
        }
    }

    @Test
    void aSealedFileOfSomethingElseIsDamaged() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(sealed("{\"a\": 1}", 1_000), Exports.PASSPHRASE));
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(sealed("plain text", 1_000), Exports.PASSPHRASE));
    }

    @Test
    void anEmptyListInASealedFileIsAnEmptyImport() throws ImportException {
        assertThat(Exports.read(sealed("[]", 1_000), Exports.PASSPHRASE).entries())
                .isEmpty();
    }

    @Test
    void aNumberOfIterationsThatNobodyWritesIsNeverTried() {
        byte[] random = new byte[4_000];
        new Random(1).nextBytes(random);
        random[0] = 0x7f;
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(random, "p"));
    }

    /// A program, a database or an archive is not taken for a sealed file.
    @Test
    void bytesWithAStructureAreNotOurs() {
        byte[] structured = new byte[4_000];
        new Random(1).nextBytes(structured);
        for (int i = 0; i < structured.length; i += 16) {
            structured[i] = 0;
        }
        assertThatExceptionOfType(UnsupportedImportException.class).isThrownBy(() -> Exports.read(structured, "p"));
    }

    @Test
    void eachBadEntryIsNamedAndCostsNoOther() throws ImportException {
        assertRejected("\"secret\": \"\", \"type\": \"TOTP\"", "secret is missing");
        assertRejected("\"secret\": \"GE1DGNBV\", \"type\": \"TOTP\"", "secret is not Base32");
        assertRejected("\"secret\": \"GEZDGNBV\", \"type\": \"XOTP\"", "the type is not known");
        assertRejected("\"secret\": \"GEZDGNBV\", \"type\": \"TOTP\", \"algorithm\": \"MD5\"", "algorithm is MD5");
        assertRejected("\"secret\": \"GEZDGNBV\", \"type\": \"TOTP\", \"digits\": 0", "digits is 0");
        assertRejected("\"secret\": \"GEZDGNBV\", \"type\": \"TOTP\", \"period\": -1", "period is -1");
        assertRejected("\"secret\": \"GEZDGNBV\", \"type\": \"HOTP\", \"counter\": -1", "counter is -1");
        assertRejected("\"secret\": \"GEZDGNBV\", \"type\": \"MOTP\"", "secret is not hexadecimal");
        assertRejected("\"secret\": \"MUZTCNJSMFTGKZJWGI2TSOLDHA\", \"type\": \"MOTP\"", "pin is missing");
    }

    private static void assertRejected(String members, String reason) throws ImportException {
        var found = Exports.read("[{\"issuer\": \"Acme\", \"label\": \"ann\", " + members
                + "}, {\"label\": \"good\", \"type\": \"TOTP\", \"secret\": \"GEZDGNBV\"}]");
        assertThat(found.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.label()).isEqualTo("Acme (ann)");
            assertThat(rejected.reason()).contains(reason).doesNotContain("GEZD");
        });
        assertThat(Expected.allOf(found)).containsExactly(Expected.of(" / good", "3132333435", "totp SHA1 6 30"));
    }
}
