package dev.tessera.transfer.kdbx;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.transfer.DamagedImportException;
import java.util.HashMap;
import java.util.Map;

/// Named values, as KDBX 4 keeps the parameters of its derivation.
final class VariantDictionary {
    private static final int MAJOR_VERSION = 1;

    private final Map<String, byte[]> values;

    private VariantDictionary(Map<String, byte[]> values) {
        this.values = values;
    }

    static VariantDictionary parse(byte[] bytes) throws DamagedImportException {
        var numbers = new Numbers(bytes);
        int version = numbers.u16();
        if (version >> Byte.SIZE != MAJOR_VERSION) {
            throw new DamagedImportException(
                    "The parameters of the database's key have version " + (version >> Byte.SIZE)
                            + ", but only version 1 exists: the database is damaged. Restore it from a backup.");
        }
        var values = new HashMap<String, byte[]>();
        while (numbers.u8() != 0) {
            var name = new String(numbers.take(numbers.i32()), UTF_8);
            values.put(name, numbers.take(numbers.i32()));
        }
        return new VariantDictionary(values);
    }

    boolean isFilled(String name) {
        var value = values.get(name);
        return value != null && value.length > 0;
    }

    byte[] bytes(String name) throws DamagedImportException {
        var value = values.get(name);
        if (value == null) {
            throw new DamagedImportException("The database has no parameter “" + name
                    + "” for its key: it is damaged. Restore it from a backup.");
        }
        return value;
    }

    long number(String name) throws DamagedImportException {
        return Numbers.only("parameter “" + name + "”", bytes(name));
    }
}
