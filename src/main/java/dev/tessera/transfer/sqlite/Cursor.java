package dev.tessera.transfer.sqlite;

import dev.tessera.transfer.DamagedImportException;
import java.nio.ByteBuffer;

/// Reads one value after another, big-endian, up to the end of its part; what would lie behind it shows damage.
final class Cursor {
    private static final int LONGEST_VARINT = 9;

    private final ByteBuffer bytes;

    /// @param bytes from the first byte to read to the end of the part
    Cursor(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    int u8() throws DamagedImportException {
        require(1);
        return bytes.get() & 0xff;
    }

    int u16() throws DamagedImportException {
        require(2);
        return bytes.getShort() & 0xffff;
    }

    long u32() throws DamagedImportException {
        require(4);
        return bytes.getInt() & 0xffff_ffffL;
    }

    /// A signed number of 1 to 8 bytes.
    long signed(int length) throws DamagedImportException {
        long value = (byte) u8();
        for (int i = 1; i < length; i++) {
            value = value << 8 | u8();
        }
        return value;
    }

    /// Seven bits a byte as long as the highest one is set; a ninth byte counts in full.
    long varint() throws DamagedImportException {
        long value = 0;
        for (int i = 1; i < LONGEST_VARINT; i++) {
            int next = u8();
            value = value << 7 | (next & 0x7f);
            if (next < 0x80) {
                return value;
            }
        }
        return value << 8 | u8();
    }

    /// The next bytes, as many as a number in the file says.
    ByteBuffer take(long length) throws DamagedImportException {
        require(length);
        var part = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return part;
    }

    private void require(long length) throws DamagedImportException {
        if (length < 0 || length > bytes.remaining()) {
            throw SqliteFile.damaged();
        }
    }
}
