package dev.tessera.vault.file;

import java.io.OutputStream;
import java.util.Arrays;

/// Collects bytes in memory and wipes every array that it ever held them in.
final class WipingBuffer extends OutputStream {

    private byte[] bytes = new byte[16 * 1024];
    private int length;

    @Override
    public void write(int b) {
        grow(length + 1);
        bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        grow(length + count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    /// A copy, which the caller wipes.
    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    private void grow(int needed) {
        if (needed > bytes.length) {
            byte[] old = bytes;
            bytes = Arrays.copyOf(old, Math.max(needed, 2 * old.length));
            Arrays.fill(old, (byte) 0);
        }
    }
}
