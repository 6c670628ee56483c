package dev.tessera.otpauth;

import java.util.Arrays;

/// Writes the fields of a Protocol Buffers message; what was written is wiped by [#close()].
final class ProtobufWriter implements AutoCloseable {
    private static final int CONTENT = 2;

    private byte[] bytes = new byte[256];
    private int length;

    /// A number; zero is what a missing field means and is left out.
    ProtobufWriter number(int field, long value) {
        if (value != 0) {
            varint((long) field << 3);
            varint(value);
        }
        return this;
    }

    /// Bytes, a string in UTF-8, or a message.
    ProtobufWriter content(int field, byte[] content) {
        varint(((long) field << 3) | CONTENT);
        varint(content.length);
        for (byte b : content) {
            append(b);
        }
        return this;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            append((byte) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        append((byte) rest);
    }

    private void append(byte b) {
        if (length == bytes.length) {
            byte[] wider = Arrays.copyOf(bytes, 2 * length);
            Arrays.fill(bytes, (byte) 0);
            bytes = wider;
        }
        bytes[length++] = b;
    }
}
