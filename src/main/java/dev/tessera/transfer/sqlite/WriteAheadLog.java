package dev.tessera.transfer.sqlite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What was written last to a database: pages that are not yet in its file. Those count whose sums are right, up to
/// the last that ends a transaction; behind them lies what is older, or was never finished.
final class WriteAheadLog {
    static final WriteAheadLog NONE = new WriteAheadLog(false, Map.of());

    private static final int MAGIC_LITTLE = 0x377f_0682;
    private static final int MAGIC_BIG = 0x377f_0683;
    private static final int VERSION = 3_007_000;
    private static final int HEADER_LENGTH = 32;
    private static final int FRAME_HEADER_LENGTH = 24;
    private static final int SALT_AT = 16;

    private final boolean there;
    private final Map<Long, ByteBuffer> pages;

    private WriteAheadLog(boolean there, Map<Long, ByteBuffer> pages) {
        this.there = there;
        this.pages = pages;
    }

    /// None if it is not the log of a database with pages of this size.
    static WriteAheadLog read(ByteBuffer bytes, int pageSize) {
        if (bytes.remaining() < HEADER_LENGTH
                || (bytes.getInt(0) != MAGIC_LITTLE && bytes.getInt(0) != MAGIC_BIG)
                || bytes.getInt(4) != VERSION
                || bytes.getInt(8) != pageSize) {
            return NONE;
        }
        var sums = new Sums(bytes.getInt(0) == MAGIC_BIG ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        sums.add(bytes.slice(0, HEADER_LENGTH - 8));
        if (!sums.areThoseAt(bytes, HEADER_LENGTH - 8)) {
            return NONE;
        }
        return new WriteAheadLog(true, committed(bytes, pageSize, sums));
    }

    private static Map<Long, ByteBuffer> committed(ByteBuffer bytes, int pageSize, Sums sums) {
        var all = new HashMap<Long, ByteBuffer>();
        var open = new HashMap<Long, ByteBuffer>();
        int frame = FRAME_HEADER_LENGTH + pageSize;
        for (int at = HEADER_LENGTH; at + frame <= bytes.limit(); at += frame) {
            var page = bytes.slice(at + FRAME_HEADER_LENGTH, pageSize);
            sums.add(bytes.slice(at, 8));
            sums.add(page);
            if (bytes.getLong(at + 8) != bytes.getLong(SALT_AT) || !sums.areThoseAt(bytes, at + SALT_AT)) {
                break;
            }
            open.put(bytes.getInt(at) & 0xffff_ffffL, page);
            boolean isCommit = bytes.getInt(at + 4) != 0;
            if (isCommit) {
                all.putAll(open);
                open.clear();
            }
        }
        return all;
    }

    boolean isThere() {
        return there;
    }

    Optional<ByteBuffer> find(long page) {
        return Optional.ofNullable(pages.get(page));
    }

    /// How many bytes its pages have.
    long length() {
        return pages.values().stream().mapToLong(ByteBuffer::limit).sum();
    }

    /// The running sums of header and frames, over words of four bytes.
    private static final class Sums {
        private final ByteOrder order;
        private int first;
        private int second;

        Sums(ByteOrder order) {
            this.order = order;
        }

        void add(ByteBuffer part) {
            var words = part.slice().order(order).asIntBuffer();
            while (words.remaining() >= 2) {
                first += words.get() + second;
                second += words.get() + first;
            }
        }

        boolean areThoseAt(ByteBuffer bytes, int at) {
            return bytes.getInt(at) == first && bytes.getInt(at + 4) == second;
        }
    }
}
