package dev.tessera.transfer.extension;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.crypto.Key;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.Unsealing;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/// A box as CryptoJS and OpenSSL seal under a text: `Salted__`, 8 bytes of salt, AES-256-CBC. Key and IV are stretched
/// from text and salt by a single round of MD5.
final class CryptoJsBox {
    private static final byte[] MARK = "Salted__".getBytes(US_ASCII);
    private static final int SALT_END = 16;
    private static final int KEY_LENGTH = 32;
    private static final int IV_LENGTH = 16;

    private CryptoJsBox() {}

    /// What is in it, which the caller wipes; nothing if the text is another one, or this is no such box. Once in 256
    /// times another text opens it too, and what comes out is noise.
    static Optional<byte[]> open(String base64, byte[] text) {
        var box = Encoded.base64(base64);
        if (box.filter(CryptoJsBox::isMarked).isEmpty()) {
            return Optional.empty();
        }
        byte[] all = box.get();
        byte[] stretched = stretched(text, Arrays.copyOfRange(all, MARK.length, SALT_END));
        try (var key = Key.copyOf(stretched, 0, KEY_LENGTH)) {
            byte[] iv = Arrays.copyOfRange(stretched, KEY_LENGTH, KEY_LENGTH + IV_LENGTH);
            return Optional.of(Unsealing.cbc(key, iv, Arrays.copyOfRange(all, SALT_END, all.length)));
        } catch (ImportException _) {
            return Optional.empty(); // Told by the caller.
        } finally {
            Arrays.fill(stretched, (byte) 0);
        }
    }

    private static boolean isMarked(byte[] box) {
        return box.length > SALT_END && Arrays.equals(box, 0, MARK.length, MARK, 0, MARK.length);
    }

    private static byte[] stretched(byte[] text, byte[] salt) {
        byte[] stretched = new byte[KEY_LENGTH + IV_LENGTH];
        byte[] last = {};
        for (int at = 0; at < stretched.length; at += last.length) {
            var md5 = md5();
            md5.update(last);
            md5.update(text);
            last = md5.digest(salt);
            System.arraycopy(last, 0, stretched, at, last.length);
        }
        Arrays.fill(last, (byte) 0);
        return stretched;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each Java has MD5", e);
        }
    }
}
