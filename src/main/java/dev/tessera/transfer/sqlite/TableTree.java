package dev.tessera.transfer.sqlite;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/// The rows of one table, in the order of their numbers: a tree of pages, and chains of pages for what is too long for
/// one. Each page has one place, so one that comes twice shows damage, and a loop is one of those.
final class TableTree {
    private static final int LEAF = 13;
    private static final int INNER = 5;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_ROWS = 1_000_000;

    private final Pages pages;
    private final PayloadReading reading;
    private final Set<Long> seen = new HashSet<>();
    private long room;
    private int rows;

    /// What is done with each row.
    @FunctionalInterface
    interface PayloadReading {
        void read(byte[] payload) throws ImportException;
    }

    TableTree(Pages pages, PayloadReading reading) {
        this.pages = pages;
        this.reading = reading;
        room = pages.capacity();
    }

    void read(long root) throws ImportException {
        page(root, 1);
    }

    private void page(long number, int depth) throws ImportException {
        if (depth > MAX_DEPTH) {
            throw SqliteFile.damaged();
        }
        var page = once(number);
        var header = from(page, Pages.headerOf(number));
        int kind = header.u8();
        header.take(2);
        int cells = header.u16();
        header.take(3);
        switch (kind) {
            case LEAF -> {
                for (int i = 0; i < cells; i++) {
                    row(page, header.u16());
                }
            }
            case INNER -> {
                long last = header.u32();
                for (int i = 0; i < cells; i++) {
                    page(from(page, header.u16()).u32(), depth + 1);
                }
                page(last, depth + 1);
            }
            default -> throw SqliteFile.damaged();
        }
    }

    private void row(ByteBuffer page, int at) throws ImportException {
        if (++rows > MAX_ROWS) {
            throw new CostlyImportException(
                    "A table in this database has more than " + MAX_ROWS + " rows. Export it in smaller parts.");
        }
        var cell = from(page, at);
        long length = cell.varint();
        long _ = cell.varint(); // the row's number
        room -= length;
        if (length < 0 || room < 0) {
            throw SqliteFile.damaged();
        }
        reading.read(payload(cell, (int) length));
    }

    /// What stands in the cell, and then in the chain of pages that it names.
    private byte[] payload(Cursor cell, int length) throws DamagedImportException {
        byte[] payload = new byte[length];
        int at = local(length);
        cell.take(at).get(payload, 0, at);
        if (at < length) {
            long next = cell.u32();
            while (at < length) {
                var page = from(once(next), 0);
                next = page.u32();
                int part = Math.min(length - at, pages.usable() - 4);
                page.take(part).get(payload, at, part);
                at += part;
            }
        }
        return payload;
    }

    /// How much of a payload stands in its cell (section 1.6 of the format).
    private int local(int length) {
        int usable = pages.usable();
        if (length <= usable - 35) {
            return length;
        }
        int least = (usable - 12) * 32 / 255 - 23;
        int most = least + (length - least) % (usable - 4);
        return most <= usable - 35 ? most : least;
    }

    private ByteBuffer once(long number) throws DamagedImportException {
        if (!seen.add(number)) {
            throw SqliteFile.damaged();
        }
        return pages.page(number);
    }

    private static Cursor from(ByteBuffer page, int at) throws DamagedImportException {
        if (at > page.limit()) {
            throw SqliteFile.damaged();
        }
        return new Cursor(page.slice(at, page.limit() - at));
    }
}
