package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.ForeignArgon2id;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.PassphraseNeededException;
import dev.tessera.transfer.Rejected;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OtpClientTest {
    private static final String CONTENT = """
            [{"type": "TOTP", "label": "ann", "issuer": "Acme", "digits": 8, "algo": "SHA256", "secret": "GEZDGNBV", "period": 60,
              "group": "Work"},
             {"type": "HOTP", "label": "h", "issuer": "Bank", "digits": 6, "algo": "SHA1", "secret": "GEZDGNBV", "counter": 4},
             {"type": "TOTP", "label": "g", "issuer": "Steam", "digits": 5, "algo": "SHA1", "secret": "STEAMKEY", "period": 30},
             {"type": "TOTP", "label": "bad", "issuer": "Odd", "digits": 0, "algo": "SHA1", "secret": "GEZDGNBV", "period": 30}]""";

    /// Looks as random as a real one.
    private static final byte[] SALT = random(32, 77);

    private static final byte[] IV = random(16, 5);

    private static byte[] random(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] third(String content, byte[] password, int memoryKib) {
        byte[] head = ByteBuffer.allocate(73)
                .put("OTPClient".getBytes(US_ASCII))
                .putInt(3)
                .put(IV)
                .put(SALT)
                .putInt(2)
                .putInt(memoryKib)
                .putInt(4)
                .array();
        return sealed(head, argon2id(password), content);
    }

    private static byte[] second(byte[] password) {
        byte[] head = ByteBuffer.allocate(76)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OTPClient".getBytes(US_ASCII))
                .put(new byte[3])
                .putInt(2)
                .put(IV)
                .put(SALT)
                .putInt(2)
                .putInt(64)
                .putInt(4)
                .array();
        return sealed(head, argon2id(password), CONTENT);
    }

    private static byte[] first(byte[] password) {
        byte[] head = ByteBuffer.allocate(48).put(IV).put(SALT).array();
        return sealed(head, new Pbkdf2(Pbkdf2.Hash.SHA512, 100_000).derive(password, SALT), CONTENT);
    }

    private static Key argon2id(byte[] password) {
        return new ForeignArgon2id(64, 2, 4).derive(password, SALT);
    }

    private static byte[] sealed(byte[] head, Key key, String content) {
        try (key) {
            byte[] box = Exports.gcm(key, IV, head, content.getBytes(UTF_8));
            return ByteBuffer.allocate(head.length + box.length)
                    .put(head)
                    .put(box)
                    .array();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void eachVersionHoldsTheSame() throws ImportException {
        for (byte[] file : List.of(
                third(CONTENT, utf8(Exports.PASSPHRASE), 64),
                second(utf8(Exports.PASSPHRASE)),
                first(utf8(Exports.PASSPHRASE)))) {
            try (var found = Exports.read(file, Exports.PASSPHRASE)) {
                assertThat(found.format()).isEqualTo("otpclient");
                assertThat(Expected.allOf(found))
                        .containsExactly(
                                Expected.of("Acme / ann", "3132333435", "totp SHA256 8 60")
                                        .tagged("Work"),
                                Expected.of("Bank / h", "3132333435", "hotp SHA1 6 4"),
                                Expected.of("Steam / g", "94c8062898", "steam SHA1 5 30"));
                assertThat(found.rejected()).extracting(Rejected::label).containsExactly("Odd (bad)");
            }
        }
    }

    @Test
    void oldVersionsTookAsManyBytesAsThePassphraseHasCharacters() throws ImportException {
        byte[] all = utf8("zürich"); // 6 characters, 7 bytes
        for (byte[] file : List.of(second(Arrays.copyOf(all, 6)), first(Arrays.copyOf(all, 6)))) {
            assertThat(Exports.read(file, "zürich").entries()).hasSize(3);
        }
    }

    @Test
    void aWrongPassphraseAndNoneAreToldApart() {
        for (byte[] file : List.of(third(CONTENT, utf8("p"), 64), second(utf8("p")), first(utf8("p")))) {
            for (var wrong : List.of("wrong", "wröng")) {
                assertThatExceptionOfType(WrongImportPassphraseException.class)
                        .isThrownBy(() -> Exports.read(file, wrong));
            }
            assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
        }
    }

    @Test
    void anEmptyDatabaseIsNotCutOff() throws ImportException {
        try (var found = Exports.read(third("[]", utf8("p"), 64), "p")) {
            assertThat(found.entries()).isEmpty();
            assertThat(found.rejected()).isEmpty();
        }
    }

    @Test
    void costsThatNoProgramAsksForAreRefused() {
        byte[] file = third(CONTENT, utf8("p"), Integer.MAX_VALUE);
        assertThatExceptionOfType(CostlyImportException.class).isThrownBy(() -> Exports.read(file, "p"));
    }

    @Test
    void whatIsCutOffOrNewerOrNoListIsTold() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read("OTPClient and no more", "p"));
        byte[] newer = third(CONTENT, utf8("p"), 64);
        newer[12] = 4;
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(newer, "p"))
                .withMessageContaining("export it as Aegis");
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(third("{}", utf8("p"), 64), "p"));
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(third("text", utf8("p"), 64), "p"));
    }

    @Test
    void whatHasAStructureIsNoDatabaseWithoutMark() {
        byte[] structured = new byte[500];
        structured[7] = 1;
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(structured, "p"))
                .withMessageContaining("not in a format");
    }
}
