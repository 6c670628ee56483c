package dev.tessera.transfer.kdbx;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.UnsupportedImportException;
import java.util.HashMap;
import java.util.Map;

/// What stands before the encrypted part: its cipher, how its key is derived, and random numbers.
final class KdbxHeader {
    static final byte[] KEEPASS = {0x03, (byte) 0xd9, (byte) 0xa2, (byte) 0x9a};

    /// What follows [#KEEPASS]: KDBX, its first drafts, and KeePass 1.
    private static final int KDBX = 0xb54bfb67;

    private static final int END = 0;
    private static final int CIPHER = 2;
    private static final int COMPRESSION = 3;
    private static final int MASTER_SEED = 4;
    private static final int TRANSFORM_SEED = 5;
    private static final int TRANSFORM_ROUNDS = 6;
    private static final int IV = 7;
    private static final int STREAM_KEY = 8;
    private static final int STREAM_START = 9;
    private static final int STREAM_ID = 10;
    private static final int KDF_PARAMETERS = 11;

    private final int major;
    private final int length;
    private final Map<Integer, byte[]> fields;

    private KdbxHeader(int major, int length, Map<Integer, byte[]> fields) {
        this.major = major;
        this.length = length;
        this.fields = fields;
    }

    static KdbxHeader parse(byte[] file) throws ImportException {
        var numbers = new Numbers(file);
        numbers.take(KEEPASS.length);
        if (numbers.i32() != KDBX) {
            throw new UnsupportedImportException(
                    "This database is from KeePass 1 or from an early draft of KeePass 2. Open it in KeePassXC or"
                            + " KeePass 2 and save it as KDBX.");
        }
        numbers.u16(); // the minor version: what it adds may be passed over
        int major = numbers.u16();
        if (major != 3 && major != 4) {
            throw new UnsupportedImportException("This database has KDBX version " + major
                    + "; Tessera reads versions 3 and 4. In KeePass, save it as KDBX 4.");
        }
        var fields = new HashMap<Integer, byte[]>();
        int id;
        do {
            id = numbers.u8();
            fields.put(id, numbers.take(major == 3 ? numbers.u16() : numbers.i32()));
        } while (id != END);
        return new KdbxHeader(major, numbers.position(), fields);
    }

    boolean isVersion4() {
        return major == 4;
    }

    /// Where the header ends, in bytes.
    int length() {
        return length;
    }

    KdbxCipher cipher() throws ImportException {
        return KdbxCipher.of(field("cipher", CIPHER));
    }

    boolean isCompressed() throws DamagedImportException {
        return switch ((int) Numbers.only("compression type", field("compression type", COMPRESSION))) {
            case 0 -> false;
            case 1 -> true;
            default ->
                throw new DamagedImportException(
                        "The database uses a compression type that does not exist: it is damaged. Restore it from a"
                                + " backup.");
        };
    }

    byte[] masterSeed() throws DamagedImportException {
        return field("master seed", MASTER_SEED);
    }

    byte[] iv() throws DamagedImportException {
        return field("IV", IV);
    }

    /// Of version 4.
    VariantDictionary kdfParameters() throws DamagedImportException {
        return VariantDictionary.parse(field("key parameters", KDF_PARAMETERS));
    }

    /// Of version 3.
    byte[] transformSeed() throws DamagedImportException {
        return field("transform seed", TRANSFORM_SEED);
    }

    /// Of version 3.
    long transformRounds() throws DamagedImportException {
        return Numbers.only("number of rounds", field("number of rounds", TRANSFORM_ROUNDS));
    }

    /// Of version 3: what the encrypted part begins with if the key is right.
    byte[] streamStart() throws DamagedImportException {
        return field("key check value", STREAM_START);
    }

    /// Of version 3.
    ProtectedValues protectedValues() throws ImportException {
        return ProtectedValues.of(
                Numbers.only("inner stream type", field("inner stream type", STREAM_ID)),
                field("inner stream", STREAM_KEY));
    }

    private byte[] field(String name, int id) throws DamagedImportException {
        var field = fields.get(id);
        if (field == null) {
            throw new DamagedImportException(
                    "The database has no " + name + ": it is damaged. Restore it from a backup.");
        }
        return field;
    }
}
