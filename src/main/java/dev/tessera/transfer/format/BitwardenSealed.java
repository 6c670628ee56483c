package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.crypto.Hkdf;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Encoded;
import dev.tessera.transfer.Fields;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/// Bitwarden's JSON under a passphrase of its own: two keys expanded from one that PBKDF2 or Argon2id derives, boxes of
/// AES-CBC with an HMAC over IV and ciphertext.
final class BitwardenSealed {
    private static final String VALIDATION = "encKeyValidation_DO_NOT_EDIT";
    private static final String BOX_KIND = "2.";

    private BitwardenSealed() {}

    static boolean isMeant(Fields fields) {
        return fields.has(VALIDATION);
    }

    /// The plain JSON.
    static byte[] open(Fields fields, Passphrase passphrase) throws ImportException {
        try (var stretched = key(fields, passphrase);
                var encryption = Hkdf.expand(stretched, "enc".getBytes(US_ASCII));
                var mac = Hkdf.expand(stretched, "mac".getBytes(US_ASCII))) {
            var validation = open(fields.requiredText(VALIDATION), encryption, mac)
                    .orElseThrow(WrongImportPassphraseException::new);
            Arrays.fill(validation, (byte) 0);
            return open(fields.requiredText("data"), encryption, mac)
                    .orElseThrow(() -> new DamagedImportException(
                            "The passphrase is right, but the file is damaged. Export it again from Bitwarden."));
        }
    }

    /// The salt is used as the text that it is, not as the bytes that it would decode to.
    private static Key key(Fields fields, Passphrase passphrase) throws ImportException {
        byte[] salt = fields.requiredText("salt").getBytes(UTF_8);
        long iterations = fields.requiredNumber("kdfIterations");
        long kind = fields.requiredNumber("kdfType");
        if (kind == 0) {
            return Unsealing.pbkdf2(Pbkdf2.Hash.SHA256, iterations, passphrase.toUtf8(), salt);
        }
        if (kind == 1) {
            long memoryKib = Math.clamp(fields.requiredNumber("kdfMemory"), 0, Integer.MAX_VALUE) * 1024L;
            long[] cost = {memoryKib, iterations, fields.requiredNumber("kdfParallelism")};
            return Unsealing.argon2id(cost, passphrase.toUtf8(), sha256(salt));
        }
        throw new UnsupportedImportException("This file derives its key in a way that Tessera does not know (number "
                + kind + "). In Bitwarden, export the vault as plain .json.");
    }

    /// Nothing if the MAC is not that of the key.
    private static Optional<byte[]> open(String box, Key encryption, Key mac) throws ImportException {
        var parts = box.startsWith(BOX_KIND) ? box.substring(BOX_KIND.length()).split("\\|", -1) : new String[0];
        if (parts.length != 3) {
            throw new DamagedImportException(
                    "An encrypted part of the file is not of a type that Bitwarden writes. Export it again.");
        }
        byte[] iv = piece(parts[0]);
        byte[] ciphertext = piece(parts[1]);
        return MessageDigest.isEqual(Hkdf.hmac(mac, iv, ciphertext), piece(parts[2]))
                ? Optional.of(Unsealing.cbc(encryption, iv, ciphertext))
                : Optional.empty();
    }

    private static byte[] piece(String base64) throws DamagedImportException {
        return Encoded.base64(base64)
                .orElseThrow(() -> new DamagedImportException(
                        "An encrypted part of the file is not Base64: it is damaged. Export it again from Bitwarden."));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each Java has SHA-256", e);
        }
    }
}
