package dev.tessera.scan;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/// A WebP file that is as long as its header says, followed by zeros.
///
/// The decoder looks some bytes ahead and throws an exception within itself for each byte that is not there: a cut off
/// file, and the plain end of a whole one, took it minutes.
final class WebpInput extends ImageInputStreamImpl {
    private static final int RIFF_HEADER = 8;

    private final ImageInputStream file;

    private WebpInput(ImageInputStream file) {
        this.file = file;
    }

    /// @throws EOFException if the file is cut off (RFC 9649, section 2.4: the size of what follows the header)
    static ImageInputStream of(ImageInputStream file) throws IOException {
        file.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        file.seek(RIFF_HEADER / 2);
        long size = RIFF_HEADER + file.readUnsignedInt();
        // The byte that makes an odd chunk even is missing from some files.
        if (end(file) < size - 1) {
            throw new EOFException("the file ends before byte " + size);
        }
        file.seek(0);
        return new WebpInput(file);
    }

    @Override
    public int read() throws IOException {
        int value = source().read();
        bitOffset = 0;
        streamPos++;
        return Math.max(0, value);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        source();
        int count = 0;
        for (int more = 0; more >= 0 && count < length; count += Math.max(0, more)) {
            more = file.read(bytes, offset + count, length - count);
        }
        Arrays.fill(bytes, offset + count, offset + length, (byte) 0);
        bitOffset = 0;
        streamPos += length;
        return length;
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }

    private ImageInputStream source() throws IOException {
        if (file.getStreamPosition() != streamPos) {
            file.seek(streamPos);
        }
        return file;
    }

    private static long end(ImageInputStream file) throws IOException {
        if (file.length() >= 0) {
            return file.length();
        }
        file.seek(0);
        long end = 0;
        byte[] block = new byte[8192];
        for (int count = file.read(block); count > 0; count = file.read(block)) {
            end += count;
        }
        return end;
    }
}
