package dev.tessera.transfer.winauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.crypto.Blowfish;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.BadPaddingException;

/// How WinAuth seals in its own file, in hexadecimal: `WINAUTH3`, 8 bytes of salt, SHA-256 of this salt and the
/// content;
/// then, as old versions wrote it alone, 8 bytes of salt and the content under Blowfish.
final class WinAuthSeal {
    private static final byte[] MARK = "WINAUTH3".getBytes(US_ASCII);
    private static final int SALT = 8;
    private static final int CHECK = 32;
    private static final int ITERATIONS = 2000;

    private WinAuthSeal() {}

    /// Whether a passphrase alone opens what bears these letters; others stand for Windows and for YubiKeys.
    static boolean isOfPassphrase(String letters) {
        return letters.equals("y");
    }

    /// What is in it, which the caller wipes; nothing if the passphrase is another one, or it is damaged.
    static Optional<byte[]> open(String hex, Passphrase passphrase) {
        byte[] all;
        try {
            all = HexFormat.of().parseHex(hex.strip());
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // Told by the caller.
        }
        if (!Arrays.equals(all, 0, Math.min(all.length, MARK.length), MARK, 0, MARK.length)) {
            return unsealed(all, passphrase);
        }
        int start = MARK.length + SALT + CHECK;
        if (all.length < start) {
            return Optional.empty();
        }
        byte[] salt = Arrays.copyOfRange(all, MARK.length, MARK.length + SALT);
        byte[] check = Arrays.copyOfRange(all, MARK.length + SALT, start);
        return unsealed(Arrays.copyOfRange(all, start, all.length), passphrase)
                .filter(content -> MessageDigest.isEqual(check, sha256(salt, content)));
    }

    private static Optional<byte[]> unsealed(byte[] box, Passphrase passphrase) {
        if (box.length <= SALT) {
            return Optional.empty();
        }
        byte[] password = passphrase.toUtf8();
        byte[] salt = Arrays.copyOf(box, SALT);
        try (var key = new Pbkdf2(Pbkdf2.Hash.SHA1, ITERATIONS).derive(password, salt, Blowfish.KEY_LENGTH)) {
            return Optional.of(Blowfish.open(key, Arrays.copyOfRange(box, SALT, box.length)));
        } catch (BadPaddingException _) {
            return Optional.empty(); // Told by the caller.
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static byte[] sha256(byte[] salt, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each Java has SHA-256", e);
        }
    }
}
