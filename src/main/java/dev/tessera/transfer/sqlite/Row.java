package dev.tessera.transfer.sqlite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.Fields;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.List;

/// One row: the types of its values, then the values.
final class Row {
    private static final int[] WIDTHS = {0, 1, 2, 3, 4, 6, 8};

    private Row() {}

    /// The values by the names of their columns. Those that are null or bytes are left out, and so is a column that
    /// only stands for the row's number.
    static Fields read(byte[] payload, List<String> columns, Charset charset) throws DamagedImportException {
        var row = new Cursor(ByteBuffer.wrap(payload));
        int all = payload.length;
        long headerLength = row.varint();
        long typesLength = headerLength - varintLength(payload);
        var types = new Cursor(row.take(typesLength));
        var values = new Cursor(row.take(all - headerLength));
        var members = JsonNodeFactory.instance.objectNode();
        for (var column : columns) {
            if (!types.hasMore()) {
                break; // A column that was added later.
            }
            value(members, column, types.varint(), values, charset);
        }
        return Fields.of(members);
    }

    private static void value(ObjectNode members, String column, long type, Cursor values, Charset charset)
            throws DamagedImportException {
        if (type < 0 || type == 10 || type == 11) {
            throw SqliteFile.damaged();
        } else if (type == 0) {
            return;
        } else if (type < WIDTHS.length) {
            members.put(column, values.signed(WIDTHS[(int) type]));
        } else if (type == 7) {
            members.put(column, Double.longBitsToDouble(values.signed(Long.BYTES)));
        } else if (type < 10) {
            members.put(column, type - 8);
        } else {
            var content = values.take((type - 12) / 2);
            if (type % 2 == 1) {
                members.put(column, charset.decode(content).toString());
            }
        }
    }

    private static int varintLength(byte[] bytes) {
        int length = 1;
        while (length < 9 && bytes[length - 1] < 0) {
            length++;
        }
        return length;
    }
}
