package dev.tessera.transfer.kdbx;

import dev.tessera.transfer.DamagedImportException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Bytes with little-endian numbers among them; what is longer than what is left is damage.
final class Numbers {
    private final ByteBuffer bytes;

    Numbers(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// A whole number that fills the bytes.
    ///
    /// @param name of what it is, for the message
    static long only(String name, byte[] bytes) throws DamagedImportException {
        if (bytes.length != Integer.BYTES && bytes.length != Long.BYTES) {
            throw new DamagedImportException("The database's " + name + " has " + bytes.length
                    + " bytes and is not a number: it is damaged. Restore it from a backup.");
        }
        var numbers = new Numbers(bytes);
        return bytes.length == Integer.BYTES ? numbers.bytes.getInt() & 0xffff_ffffL : numbers.bytes.getLong();
    }

    int position() {
        return bytes.position();
    }

    boolean isAtEnd() {
        return !bytes.hasRemaining();
    }

    int u8() throws DamagedImportException {
        require(Byte.BYTES);
        return bytes.get() & 0xff;
    }

    int u16() throws DamagedImportException {
        require(Short.BYTES);
        return bytes.getShort() & 0xffff;
    }

    /// A length or an index.
    int i32() throws DamagedImportException {
        require(Integer.BYTES);
        return bytes.getInt();
    }

    byte[] take(int length) throws DamagedImportException {
        require(length);
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    private void require(int length) throws DamagedImportException {
        if (length < 0 || length > bytes.remaining()) {
            throw cutOff();
        }
    }

    static DamagedImportException cutOff() {
        return new DamagedImportException(
                "The database ends too early: it is cut off or damaged. Restore it from a backup.");
    }
}
