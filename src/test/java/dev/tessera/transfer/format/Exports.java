package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Aead;
import dev.tessera.crypto.ForeignArgon2id;
import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.crypto.Scrypt;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Exports of other programs, sealed as they seal them, and read as the product reads them. Their costs are
/// small, so that tests are quick.
final class Exports {
    static final String PASSPHRASE = " pässwörd with spaces ";

    private static final byte[] NO_DATA = {};

    private Exports() {}

    static Import read(String text) throws ImportException {
        return read(text.getBytes(UTF_8));
    }

    static Import read(byte[] bytes) throws ImportException {
        try (var file = ImportFile.of(bytes.clone())) {
            return Importers.read(Formats.all().detect(file), file);
        }
    }

    static Import read(String text, String passphrase) throws ImportException {
        return read(text.getBytes(UTF_8), passphrase);
    }

    static Import read(byte[] bytes, String passphrase) throws ImportException {
        try (var file = ImportFile.of(bytes.clone());
                var typed = Passphrase.ofForeignFile(passphrase.toCharArray())) {
            return Importers.read(Formats.all().detect(file), file, typed);
        }
    }

    /// A slot that the passphrase opens, as JSON.
    static String aegisSlot(byte[] password, String more) {
        byte[] salt = bytes(32, 7);
        byte[] nonce = bytes(12, 8);
        try (var wrapping = new Scrypt(16, 8, 1).derive(password, salt)) {
            byte[] box = Aead.seal(wrapping, nonce, NO_DATA, AEGIS_KEY);
            return """
                    {"type": 1, "uuid": "1", "key": "%s", "key_params": {"nonce": "%s", "tag": "%s"},
                     "n": 16, "r": 8, "p": 1, "salt": "%s"%s}""".formatted(hex(ciphertext(box)), hex(nonce), hex(tag(box)), hex(salt), more);
        }
    }

    static String aegis(String content, String... slots) {
        byte[] nonce = bytes(12, 9);
        try (var key = Key.copyOf(AEGIS_KEY)) {
            byte[] box = Aead.seal(key, nonce, NO_DATA, content.getBytes(UTF_8));
            return """
                    {"version": 1, "header": {"slots": [%s], "params": {"nonce": "%s", "tag": "%s"}}, "db": "%s"}""".formatted(String.join(",", slots), hex(nonce), hex(tag(box)), base64(ciphertext(box)));
        }
    }

    static String twoFas(String services, int saltLength) {
        byte[] salt = bytes(saltLength, 3);
        byte[] nonce = bytes(12, 4);
        try (var key = new Pbkdf2(Pbkdf2.Hash.SHA256, 10_000).derive(PASSPHRASE.getBytes(UTF_8), salt)) {
            byte[] box = Aead.seal(key, nonce, NO_DATA, services.getBytes(UTF_8));
            return """
                    {"services": [], "groups": [{"id": "g", "name": "Work"}], "schemaVersion": 4, "servicesEncrypted": "%s"}""".formatted(base64(box) + ":" + base64(salt) + ":" + base64(nonce));
        }
    }

    static String proton(String content) {
        byte[] salt = bytes(16, 3);
        byte[] nonce = bytes(12, 4);
        try (var key = new ForeignArgon2id(19_456, 2, 1).derive(PASSPHRASE.getBytes(UTF_8), salt)) {
            byte[] box =
                    Aead.seal(key, nonce, "proton.authenticator.export.v1".getBytes(US_ASCII), content.getBytes(UTF_8));
            byte[] all = Arrays.copyOf(nonce, nonce.length + box.length);
            System.arraycopy(box, 0, all, nonce.length, box.length);
            return "{\"version\": 1, \"salt\": \"%s\", \"content\": \"%s\"}".formatted(base64(salt), base64(all));
        }
    }

    static String bitwardenPbkdf2(String content) {
        byte[] salt = "c2FsdA==".getBytes(UTF_8);
        try (var key = new Pbkdf2(Pbkdf2.Hash.SHA256, 1000).derive(PASSPHRASE.getBytes(UTF_8), salt)) {
            return bitwarden(key, content, "\"kdfType\": 0, \"kdfIterations\": 1000");
        }
    }

    static String bitwardenArgon2id(String content) throws GeneralSecurityException {
        byte[] salt = MessageDigest.getInstance("SHA-256").digest("c2FsdA==".getBytes(UTF_8));
        try (var key = new ForeignArgon2id(16 * 1024, 2, 4).derive(PASSPHRASE.getBytes(UTF_8), salt)) {
            return bitwarden(
                    key, content, "\"kdfType\": 1, \"kdfIterations\": 2, \"kdfMemory\": 16, \"kdfParallelism\": 4");
        }
    }

    private static String bitwarden(Key stretched, String content, String cost) {
        try (var encryption = Hkdf.expand(stretched, "enc".getBytes(US_ASCII));
                var mac = Hkdf.expand(stretched, "mac".getBytes(US_ASCII))) {
            return """
                    {"encrypted": true, "passwordProtected": true, "salt": "c2FsdA==", %s,
                     "encKeyValidation_DO_NOT_EDIT": "%s", "data": "%s"}""".formatted(
                            cost,
                            bitwardenBox(encryption, mac, "any uuid".getBytes(UTF_8)),
                            bitwardenBox(encryption, mac, content.getBytes(UTF_8)));
        }
    }

    private static String bitwardenBox(Key encryption, Key mac, byte[] plain) {
        byte[] iv = bytes(16, 5);
        byte[] box = cbc(encryption.toByteArray(), iv, plain);
        return String.join("|", List.of("2." + base64(iv), base64(box), base64(Hkdf.hmac(mac, iv, box))));
    }

    /// AES-256-CBC with its padding.
    static byte[] cbc(byte[] key, byte[] iv, byte[] plain) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("AES-256-CBC is part of every JDK", e);
        }
    }

    /// AES-256-GCM with a nonce of 16 bytes, as some programs have it.
    static byte[] gcm(Key key, byte[] nonce, byte[] associatedData, byte[] plain) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(key.toByteArray(), "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(associatedData);
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("AES-256-GCM is part of every JDK", e);
        }
    }

    private static final byte[] AEGIS_KEY = bytes(32, 1);

    static byte[] bytes(int length, int first) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }

    private static byte[] ciphertext(byte[] box) {
        return Arrays.copyOf(box, box.length - Aead.OVERHEAD);
    }

    private static byte[] tag(byte[] box) {
        return Arrays.copyOfRange(box, box.length - Aead.OVERHEAD, box.length);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
