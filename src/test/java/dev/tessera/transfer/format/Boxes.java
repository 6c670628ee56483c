package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Aead;
import dev.tessera.crypto.ForeignArgon2id;
import dev.tessera.crypto.Hmac;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Pbkdf2;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What apps of phones seal, sealed as they do it.
final class Boxes {
    private static final byte[] PASSWORD = Exports.PASSPHRASE.getBytes(UTF_8);

    private Boxes() {}

    static byte[] stratumStrong(String json) {
        byte[] salt = bytes(16, 1);
        byte[] nonce = bytes(12, 2);
        try (var key = new ForeignArgon2id(64 * 1024, 3, 4).derive(PASSWORD, salt)) {
            byte[] box = Aead.seal(key, nonce, new byte[0], json.getBytes(UTF_8));
            return joined("AUTHENTICATORPRO".getBytes(US_ASCII), salt, nonce, box);
        }
    }

    static byte[] stratumLegacy(String json) {
        byte[] salt = bytes(20, 1);
        byte[] iv = bytes(16, 2);
        try (var key = new Pbkdf2(Pbkdf2.Hash.SHA1, 64_000).derive(PASSWORD, salt)) {
            byte[] box = cbc("AES/CBC/PKCS5Padding", key.toByteArray(), iv, json.getBytes(UTF_8));
            return joined("AuthenticatorPro".getBytes(US_ASCII), salt, iv, box);
        }
    }

    static String totpAuthenticator(String json, String password) throws GeneralSecurityException {
        byte[] key = MessageDigest.getInstance("SHA-256").digest(password.getBytes(UTF_8));
        return base64(cbc("AES/CBC/PKCS5Padding", key, new byte[16], json.getBytes(UTF_8)));
    }

    static String authy(String base32, String salt, int iterations, byte[] iv) {
        try (var key = new Pbkdf2(Pbkdf2.Hash.SHA1, iterations).derive(PASSWORD, salt.getBytes(UTF_8))) {
            return base64(cbc("AES/CBC/PKCS5Padding", key.toByteArray(), iv, base32.getBytes(UTF_8)));
        }
    }

    /// As version 4 of SQLCipher does it by default.
    ///
    /// @param database with pages of 4,096 bytes, of which the last 80 are free
    static byte[] sqlCipher4(byte[] database) {
        byte[] salt = bytes(16, 1);
        byte[] masked = salt.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= 0x3a;
        }
        try (var key = new Pbkdf2(Pbkdf2.Hash.SHA512, 256_000).derive(PASSWORD, salt);
                var macKey = new Pbkdf2(Pbkdf2.Hash.SHA512, 2).derive(key.toByteArray(), masked)) {
            var sealed = ByteBuffer.allocate(database.length).put(salt);
            for (int start = 0; start < database.length; start += 4096) {
                byte[] plain = Arrays.copyOfRange(database, start == 0 ? 16 : start, start + 4016);
                sealPage(key, macKey, plain, start / 4096 + 1, sealed);
            }
            return sealed.array();
        }
    }

    private static void sealPage(Key key, Key macKey, byte[] plain, int number, ByteBuffer sealed) {
        byte[] iv = bytes(16, number);
        byte[] box = cbc("AES/CBC/NoPadding", key.toByteArray(), iv, plain);
        byte[] place = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
        sealed.put(box).put(iv).put(Hmac.of(Pbkdf2.Hash.SHA512, macKey, box, iv, place));
    }

    static byte[] bytes(int length, int first) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        var all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] cbc(String transformation, byte[] key, byte[] iv, byte[] plain) {
        try {
            var cipher = Cipher.getInstance(transformation);
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("AES-256-CBC is part of every JDK", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
