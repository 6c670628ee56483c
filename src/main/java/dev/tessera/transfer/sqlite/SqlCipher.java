package dev.tessera.transfer.sqlite;

import dev.tessera.crypto.AesCbc;
import dev.tessera.crypto.Hmac;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.Passphrase;
import dev.tessera.crypto.Pbkdf2;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Unsealing;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import javax.crypto.BadPaddingException;

/// Databases that SQLCipher sealed with a passphrase: each page is a box of AES-256-CBC with its IV and its HMAC at the
/// end, and the first page begins with the salt instead of the mark of SQLite.
public enum SqlCipher {
    /// As version 3 has it by default.
    V3(1024, Pbkdf2.Hash.SHA1, 64_000, 20, 48),
    /// As version 4 has it by default.
    V4(4096, Pbkdf2.Hash.SHA512, 256_000, 64, 80);

    private static final int SALT_LENGTH = 16;
    private static final int IV_LENGTH = 16;
    private static final byte MAC_SALT_MASK = 0x3a;
    private static final int MAC_KEY_ITERATIONS = 2;
    private static final int USUAL_VALUES = 200;

    private final int pageSize;
    private final Pbkdf2.Hash hash;
    private final int iterations;
    private final int macLength;
    private final int reserved;

    SqlCipher(int pageSize, Pbkdf2.Hash hash, int iterations, int macLength, int reserved) {
        this.pageSize = pageSize;
        this.hash = hash;
        this.iterations = iterations;
        this.macLength = macLength;
        this.reserved = reserved;
    }

    /// Whether a file may be such a database: whole pages without any mark, the first of which looks like chance.
    /// Only a trial shows more.
    public boolean isPossible(ImportFile file) {
        return file.length() > 0
                && file.length() % pageSize == 0
                && !file.isDatabase()
                && file.text().isEmpty()
                && looksLikeChance(file.bytes(0, pageSize));
    }

    /// Of 1,024 bytes by chance, about 251 values are there; that less than 200 are has never been seen.
    private static boolean looksLikeChance(byte[] page) {
        var seen = new BitSet();
        for (byte each : page) {
            seen.set(each & 0xff);
        }
        return seen.cardinality() >= USUAL_VALUES;
    }

    /// Opens a file that may be one: the plain database, which the caller closes.
    ///
    /// @throws WrongImportPassphraseException if the first page does not open
    /// @throws DamagedImportException if another page does not
    public ImportFile open(ImportFile file, Passphrase passphrase) throws ImportException {
        byte[] salt = file.bytes(0, SALT_LENGTH);
        try (var key = Unsealing.pbkdf2(hash, iterations, passphrase.toUtf8(), salt);
                var macKey = macKey(key, salt)) {
            var plain = ByteBuffer.allocate(file.length());
            for (int start = 0; start < file.length(); start += pageSize) {
                int number = start / pageSize + 1;
                page(key, macKey, file.bytes(start, start + pageSize), number, plain);
            }
            return ImportFile.of(plain.array());
        }
    }

    private Key macKey(Key key, byte[] salt) throws CostlyImportException {
        byte[] masked = salt.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= MAC_SALT_MASK;
        }
        return Unsealing.pbkdf2(hash, MAC_KEY_ITERATIONS, key.toByteArray(), masked);
    }

    private void page(Key key, Key macKey, byte[] page, int number, ByteBuffer plain) throws ImportException {
        int start = number == 1 ? SALT_LENGTH : 0;
        int ivAt = pageSize - reserved;
        byte[] box = Arrays.copyOfRange(page, start, ivAt);
        byte[] iv = Arrays.copyOfRange(page, ivAt, ivAt + IV_LENGTH);
        byte[] mac = Arrays.copyOfRange(page, ivAt + IV_LENGTH, ivAt + IV_LENGTH + macLength);
        if (number > 1 && isBlank(page)) {
            plain.position(plain.position() + pageSize); // Set aside and never written.
            return;
        }
        byte[] place = ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
        if (!MessageDigest.isEqual(mac, Hmac.of(hash, macKey, box, iv, place))) {
            throw number == 1 ? new WrongImportPassphraseException() : SqliteFile.damaged();
        }
        byte[] opened = opened(key, iv, box);
        if (number == 1) {
            plain.put(SqliteFile.mark());
        }
        plain.put(opened).position(plain.position() + reserved);
        Arrays.fill(opened, (byte) 0);
    }

    private static byte[] opened(Key key, byte[] iv, byte[] box) {
        try {
            return AesCbc.openUnpadded(key, iv, box);
        } catch (BadPaddingException e) {
            throw new AssertionError("pages have whole blocks", e);
        }
    }

    private static boolean isBlank(byte[] page) {
        for (byte each : page) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }
}
