package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Aead;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Backups of FreeOTP 2, serialised by Java itself.
class FreeOtp2Test {
    private static final byte[] MASTER = Exports.bytes(32, 40);

    /// Java's own map, whose order is that of its hashes.
    private static byte[] serialised(Serializable object) {
        var out = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(out)) {
            objects.writeObject(object);
        } catch (IOException e) {
            throw new AssertionError("nothing fails in memory", e);
        }
        return out.toByteArray();
    }

    private static String box(Key key, byte[] plain, String name, byte[] parameters) {
        byte[] nonce =
                parameters.length == 14 ? Arrays.copyOfRange(parameters, 2, 14) : Arrays.copyOfRange(parameters, 4, 16);
        byte[] box = Aead.seal(key, nonce, name.getBytes(UTF_8), plain);
        return "{\"mCipher\":\"AES/GCM/NoPadding\",\"mCipherText\":" + Arrays.toString(box) + ",\"mParameters\":"
                + Arrays.toString(parameters) + ",\"mToken\":\"" + name + "\"}";
    }

    /// A sequence of the nonce and the length of the tag.
    private static byte[] inSequence() {
        return ByteBuffer.allocate(19)
                .put(new byte[] {0x30, 17, 4, 12})
                .put(Exports.bytes(12, 3))
                .put(new byte[] {2, 1, 16})
                .array();
    }

    /// The nonce alone.
    private static byte[] bare() {
        return ByteBuffer.allocate(14)
                .put(new byte[] {4, 12})
                .put(Exports.bytes(12, 3))
                .array();
    }

    private static String masterKey(Pbkdf2.Hash hash, byte[] parameters) {
        byte[] salt = Exports.bytes(32, -60);
        try (var key = new Pbkdf2(hash, 1000).derive(Exports.PASSPHRASE.getBytes(UTF_8), salt)) {
            return "{\"mAlgorithm\":\"PBKDF2withHmac" + hash + "\",\"mEncryptedKey\":"
                    + box(key, MASTER, "AES", parameters) + ",\"mIterations\":1000,\"mSalt\":" + Arrays.toString(salt)
                    + "}";
        }
    }

    private static String sealed(String secret) {
        try (var key = Key.copyOf(MASTER)) {
            var inner = box(key, secret.getBytes(UTF_8), "HmacSHA1", inSequence());
            return "{\"key\":\"" + inner.replace("\"", "\\\"") + "\"}";
        }
    }

    /// A backup without any token, and with a master key that costs nothing.
    static byte[] small() {
        return file(Map.of("masterKey", masterKey(Pbkdf2.Hash.SHA1, bare()).replace(":1000,", ":1,")));
    }

    private static Map<String, String> backup() {
        var map = new HashMap<String, String>();
        map.put("masterKey", masterKey(Pbkdf2.Hash.SHA512, inSequence()));
        map.put("1", sealed("12"));
        map.put(
                "1-token",
                "{\"algo\":\"SHA512\",\"digits\":8,\"issuerExt\":\"Züge 😀\",\"label\":\"ann\",\"period\":60,\"type\":\"TOTP\"}");
        map.put("2", sealed("34"));
        map.put("2-token", "{\"counter\":50,\"issuerExt\":\"Acme\",\"label\":\"bob\",\"type\":\"HOTP\"}");
        return map;
    }

    private static final Expected[] ENTRIES = {
        Expected.of("Züge 😀 / ann", "3132", "totp SHA512 8 60"), Expected.of("Acme / bob", "3334", "hotp SHA1 6 50")
    };

    private static byte[] file(Map<String, String> map) {
        return serialised(new HashMap<>(map));
    }

    @Test
    void aBackupOpensWithItsPassphraseAlone() throws ImportException {
        byte[] file = file(backup());
        var found = Exports.read(file, Exports.PASSPHRASE);
        assertThat(found.format()).isEqualTo("freeotp_v2");
        assertThat(Expected.allOf(found)).containsExactlyInAnyOrder(ENTRIES);
        assertThat(found.rejected()).isEmpty();
        assertThatExceptionOfType(PassphraseNeededException.class).isThrownBy(() -> Exports.read(file));
        assertThatExceptionOfType(WrongImportPassphraseException.class).isThrownBy(() -> Exports.read(file, "wrong"));
    }

    @Test
    void thoseOfOldPhonesOpenToo() throws ImportException {
        var map = backup();
        for (var hash : Pbkdf2.Hash.values()) {
            map.put("masterKey", masterKey(hash, bare()));
            assertThat(Expected.allOf(Exports.read(file(map), Exports.PASSPHRASE)))
                    .containsExactlyInAnyOrder(ENTRIES);
        }
    }

    @Test
    void whatIsIncompleteOrDamagedIsNamedAndCostsNoOther() throws ImportException {
        var map = backup();
        map.put("3-token", "{\"issuerExt\":\"Lost\",\"label\":\"key\"}");
        map.put("4", sealed("56"));
        map.put("5", sealed("56").replace("HmacSHA1", "HmacSHA2"));
        map.put("5-token", "{\"issuerExt\":\"Changed\",\"label\":\"box\"}");
        map.put("6", "{\"key\": ");
        map.put("6-token", "{\"issuerExt\":\"Broken\",\"label\":\"key\"}");
        map.put("7", sealed("56"));
        map.put("7-token", "{\"label\": ");
        map.put("8", sealed("56"));
        map.put("8-token", "{\"issuerExt\":\"Odd\",\"label\":\"digits\",\"digits\":0}");
        var found = Exports.read(file(map), Exports.PASSPHRASE);
        assertThat(Expected.allOf(found)).containsExactlyInAnyOrder(ENTRIES);
        assertThat(found.rejected())
                .contains(
                        new Rejected("Lost (key)", "the backup is incomplete: its secret is missing"),
                        new Rejected("a secret without a name", "the backup is incomplete: its names are missing"),
                        new Rejected("Changed (box)", "its secret is damaged"),
                        new Rejected("Broken (key)", "its secret is damaged"),
                        new Rejected("Odd (digits)", "digits is 0; it must be 1 to 10"))
                .hasSize(6)
                .extracting(Rejected::reason)
                .contains("its names and numbers are damaged");
    }

    @Test
    void aBackupWithoutItsMasterKeyIsDamaged() {
        var map = backup();
        map.remove("masterKey");
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(file(map), Exports.PASSPHRASE))
                .withMessageContaining("master key");
    }

    @Test
    void whatIsSealedInAnotherWayIsToldAndWhatCostsTooMuchIsRefused() {
        var map = backup();
        var master = Objects.requireNonNull(map.get("masterKey"));
        map.put("masterKey", master.replace("PBKDF2withHmacSHA512", "scrypt"));
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(file(map), Exports.PASSPHRASE));
        map.put("masterKey", master.replace("AES/GCM/NoPadding", "AES/CBC/PKCS7Padding"));
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(file(map), Exports.PASSPHRASE));
        map.put("masterKey", master.replace("\"mIterations\":1000", "\"mIterations\":2147483647"));
        assertThatExceptionOfType(CostlyImportException.class)
                .isThrownBy(() -> Exports.read(file(map), Exports.PASSPHRASE));
        map.put("masterKey", master.replace("[48, 17, 4, 12,", "[48, 17, 5, 12,"));
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(file(map), Exports.PASSPHRASE))
                .withMessageContaining("nonce");
    }

    @Test
    void longTextsAndTextsThatAreTheSameObjectAreRead() throws ImportException {
        var map = backup();
        var padding = " ".repeat(70_000);
        map.put("2-token", map.get("2-token") + padding);
        map.put("3-token", map.get("1-token"));
        map.put("3", map.get("1"));
        assertThat(Exports.read(file(map), Exports.PASSPHRASE).entries()).hasSize(3);
    }

    /// Nothing of a class that a file names is ever made: another class is refused by its name.
    @ParameterizedTest
    @ValueSource(strings = {"tree", "list", "text", "number"})
    void anotherObjectOfJavaIsRefused(String kind) {
        Serializable object = switch (kind) {
            case "tree" -> new TreeMap<>(backup());
            case "list" -> new ArrayList<>(backup().keySet());
            case "text" -> "masterKey";
            default -> 7;
        };
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(serialised(object), Exports.PASSPHRASE))
                .withMessageContaining("externalBackup.xml");
    }

    @Test
    void aMapOfOtherThingsThanTextsIsDamaged() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(serialised(new HashMap<>(Map.of("masterKey", 7))), "p"));
    }

    @Test
    void cutOffAnywhereOrWithMoreBehindItsEndItIsDamaged() {
        byte[] file = file(Map.of("a", "{\"ü\":1}", "b", ""));
        for (int length = 4; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatExceptionOfType(ImportException.class).isThrownBy(() -> Exports.read(cut, "p"));
        }
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> Exports.read(Arrays.copyOf(file, file.length + 1), "p"));
    }
}
