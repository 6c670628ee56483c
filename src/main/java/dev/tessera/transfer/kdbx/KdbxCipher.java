package dev.tessera.transfer.kdbx;

import dev.tessera.crypto.AesCbc;
import dev.tessera.crypto.Key;
import dev.tessera.crypto.KeyStream;
import dev.tessera.crypto.TwofishCbc;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.UnsupportedImportException;
import java.util.HexFormat;
import javax.crypto.BadPaddingException;

/// What a database is encrypted with.
enum KdbxCipher {
    AES("31c1f2e6bf714350be5805216afc5aff", 16),
    CHACHA20("d6038a2b8b6f4cb5a524339a31dbb59a", 12),
    TWOFISH("ad68f29f576f4bb9a36ad47af965346c", 16);

    private final String uuid;
    private final int ivLength;

    KdbxCipher(String uuid, int ivLength) {
        this.uuid = uuid;
        this.ivLength = ivLength;
    }

    static KdbxCipher of(byte[] uuid) throws UnsupportedImportException {
        var hex = HexFormat.of().formatHex(uuid);
        for (var cipher : values()) {
            if (cipher.uuid.equals(hex)) {
                return cipher;
            }
        }
        throw new UnsupportedImportException(
                "This database is encrypted in a way that Tessera does not know. In KeePass, choose AES-256 or"
                        + " ChaCha20 in the database settings and save it.");
    }

    /// @throws BadPaddingException if the key is another one, or the box is damaged
    byte[] open(Key key, byte[] iv, byte[] box) throws BadPaddingException, DamagedImportException {
        if (iv.length != ivLength) {
            throw new DamagedImportException("The database's IV has " + iv.length + " bytes; it must have " + ivLength
                    + ". It is damaged. Restore it from a backup.");
        }
        return switch (this) {
            case AES -> AesCbc.open(key, iv, box);
            case CHACHA20 -> KeyStream.chaCha20(key, iv).apply(box);
            case TWOFISH -> TwofishCbc.open(key, iv, box);
        };
    }
}
