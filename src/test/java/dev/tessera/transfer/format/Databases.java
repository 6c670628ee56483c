package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Small databases of SQLite: one page for the list of tables and one for each table. That the reader reads what SQLite
/// itself writes is tried elsewhere.
final class Databases {
    private final int pageSize;
    private final int reserved;

    private Databases(int pageSize, int reserved) {
        this.pageSize = pageSize;
        this.reserved = reserved;
    }

    /// @param sql between the brackets of `CREATE TABLE name (…)`
    record Table(String name, String sql, List<List<?>> rows) {
        static Table of(String name, String sql, List<?>... rows) {
            return new Table(name, sql, List.of(rows));
        }
    }

    static byte[] of(Table... tables) {
        return new Databases(2048, 0).write(tables);
    }

    /// As one that keeps its newest rows in a log.
    static byte[] withLog(Table... tables) {
        byte[] bytes = of(tables);
        bytes[18] = 2;
        bytes[19] = 2;
        return bytes;
    }

    /// With room at the end of each page, as SQLCipher needs it.
    static byte[] of(int pageSize, int reserved, Table... tables) {
        return new Databases(pageSize, reserved).write(tables);
    }

    private byte[] write(Table... tables) {
        var all = ByteBuffer.allocate(pageSize * (tables.length + 1));
        var schema = new ArrayList<List<?>>();
        for (int i = 0; i < tables.length; i++) {
            var table = tables[i];
            schema.add(List.of(
                    "table",
                    table.name(),
                    table.name(),
                    i + 2,
                    "CREATE TABLE " + table.name() + " (" + table.sql() + ")"));
            page(all.slice((i + 1) * pageSize, pageSize), 0, table.rows());
        }
        page(all.slice(0, pageSize), 100, schema);
        all.put(0, "SQLite format 3\0".getBytes(US_ASCII))
                .putShort(16, (short) pageSize)
                .put(18, new byte[] {1, 1, (byte) reserved, 64, 32, 32})
                .putInt(28, tables.length + 1)
                .putInt(44, 4)
                .putInt(56, 1);
        return all.array();
    }

    private void page(ByteBuffer page, int header, List<? extends List<?>> rows) {
        int end = pageSize - reserved;
        for (int i = 0; i < rows.size(); i++) {
            byte[] record = record(rows.get(i));
            var cell = ByteBuffer.allocate(record.length + 10);
            varint(cell, record.length);
            varint(cell, i + 1);
            cell.put(record).flip();
            end -= cell.remaining();
            page.putShort(header + 8 + 2 * i, (short) end);
            page.put(end, cell, 0, cell.remaining());
        }
        page.put(header, (byte) 13).putShort(header + 3, (short) rows.size()).putShort(header + 5, (short) end);
    }

    private static byte[] record(List<?> values) {
        var types = ByteBuffer.allocate(values.size() * 5);
        var content = ByteBuffer.allocate(4096);
        values.forEach(value -> value(value, types, content));
        types.flip();
        content.flip();
        var record = ByteBuffer.allocate(1 + types.remaining() + content.remaining());
        record.put((byte) (types.remaining() + 1)).put(types).put(content);
        return record.array();
    }

    /// An empty text stands for null, so that rows can be lists.
    private static void value(@Nullable Object value, ByteBuffer types, ByteBuffer content) {
        switch (value) {
            case Integer number -> {
                types.put((byte) 6);
                content.putLong(number);
            }
            case String text when text.isEmpty() -> types.put((byte) 0);
            case String text -> {
                byte[] bytes = text.getBytes(UTF_8);
                varint(types, 13 + 2 * bytes.length);
                content.put(bytes);
            }
            case null, default -> throw new IllegalArgumentException("a row has numbers and texts");
        }
    }

    private static void varint(ByteBuffer out, int value) {
        if (value >= 1 << 14) {
            out.put((byte) (value >> 14 | 0x80));
        }
        if (value >= 1 << 7) {
            out.put((byte) ((value >> 7 & 0x7f) | 0x80));
        }
        out.put((byte) (value & 0x7f));
    }
}
