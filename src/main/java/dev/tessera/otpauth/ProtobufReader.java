package dev.tessera.otpauth;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// Reads the fields of a Protocol Buffers message, one after the other, never beyond its end.
final class ProtobufReader {
    private static final int MAX_VARINT_LENGTH = 10;
    private static final int WIRE_TYPE_BITS = 3;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    /// One field.
    ///
    /// @param number 1 or more
    /// @param isMessage whether it has content, and not a value
    /// @param value of a number
    /// @param content of bytes, a string or a message; a view, not a copy
    record Field(int number, boolean isMessage, long value, ByteBuffer content) {
        /// The number, for a field that must be one.
        long asNumber() throws OtpauthException {
            if (isMessage) {
                throw damaged();
            }
            return value;
        }

        /// A copy of the bytes, for a field that must have some.
        byte[] asBytes() throws OtpauthException {
            byte[] bytes = new byte[asContent().remaining()];
            content.duplicate().get(bytes);
            return bytes;
        }

        /// The content, for a field that must have some.
        ByteBuffer asContent() throws OtpauthException {
            if (!isMessage) {
                throw damaged();
            }
            return content;
        }
    }

    private final ByteBuffer bytes;

    ProtobufReader(ByteBuffer bytes) {
        this.bytes = bytes.duplicate();
    }

    boolean hasNext() {
        return bytes.hasRemaining();
    }

    /// The next field, of whatever number: an unknown one is skipped by not looking at it.
    ///
    /// @throws OtpauthException if it is cut off or no field
    Field next() throws OtpauthException {
        try {
            return field();
        } catch (BufferUnderflowException _) {
            throw damaged();
        }
    }

    private Field field() throws OtpauthException {
        long tag = varint();
        long number = tag >>> WIRE_TYPE_BITS;
        if (number < 1 || number > (1 << 29) - 1) {
            throw damaged();
        }
        return switch ((int) (tag & 7)) {
            case 0 -> new Field((int) number, false, varint(), NOTHING);
            case 1 -> new Field((int) number, false, bytes.getLong(), NOTHING);
            case 2 -> new Field((int) number, true, 0, content(varint()));
            case 5 -> new Field((int) number, false, bytes.getInt(), NOTHING);
            default -> throw damaged();
        };
    }

    private ByteBuffer content(long length) throws OtpauthException {
        if (length < 0 || length > bytes.remaining()) {
            throw damaged();
        }
        var content = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return content;
    }

    private long varint() throws OtpauthException {
        long value = 0;
        for (int i = 0; i < MAX_VARINT_LENGTH; i++) {
            byte next = bytes.get();
            value |= (next & 0x7fL) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    static OtpauthException damaged() {
        return new OtpauthException("it is damaged or incomplete; scan it again");
    }
}
