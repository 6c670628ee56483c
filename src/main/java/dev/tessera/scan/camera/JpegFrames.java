package dev.tessera.scan.camera;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Takes the JPEG pictures out of a stream of bytes, whatever stands between them.
///
/// Cameras write wrong lengths and odd boundaries, so the pictures are found by their own marks (ITU-T T.81,
/// B.1.1): from SOI through each segment by its length, and through the coded data to EOI.
final class JpegFrames {
    /// Larger than any frame of a camera.
    static final int MAX_BYTES = 16 << 20;

    private static final int MARK = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int STANDALONE = 0x01;

    private final InputStream stream;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream(1 << 16);

    JpegFrames(InputStream stream) {
        this.stream = new BufferedInputStream(stream, 1 << 16);
    }

    /// The next picture, whole.
    ///
    /// @throws EOFException if the stream is at its end
    /// @throws IOException if the connection breaks, or [#MAX_BYTES] came without a whole picture
    byte[] next() throws IOException {
        frame.reset();
        skipToStart();
        int marker = nextMarker();
        while (marker != END_OF_IMAGE) {
            if (!isAlone(marker)) {
                copySegment();
            }
            marker = marker == START_OF_SCAN ? copyCodedData() : nextMarker();
        }
        return frame.toByteArray();
    }

    private void skipToStart() throws IOException {
        int before = read();
        for (int skipped = 0; ; skipped++) {
            int now = read();
            if (before == MARK && now == START_OF_IMAGE) {
                frame.write(MARK);
                frame.write(START_OF_IMAGE);
                return;
            }
            if (skipped > MAX_BYTES) {
                throw new IOException("no picture in " + MAX_BYTES + " bytes");
            }
            before = now;
        }
    }

    /// Any number of fill bytes may stand before a marker.
    private int nextMarker() throws IOException {
        int now = copy();
        while (now != MARK) {
            now = copy();
        }
        while (now == MARK) {
            now = copy();
        }
        return now;
    }

    private void copySegment() throws IOException {
        int length = copy() << 8 | copy();
        for (int i = 2; i < length; i++) {
            copy();
        }
    }

    /// Ends at a marker that is neither a stuffed zero nor a restart.
    private int copyCodedData() throws IOException {
        while (true) {
            int now = copy();
            if (now == MARK) {
                while (now == MARK) {
                    now = copy();
                }
                if (now != 0 && (now < FIRST_RESTART || now > LAST_RESTART)) {
                    return now;
                }
            }
        }
    }

    private static boolean isAlone(int marker) {
        return marker == STANDALONE || (marker >= FIRST_RESTART && marker <= START_OF_IMAGE);
    }

    private int copy() throws IOException {
        if (frame.size() > MAX_BYTES) {
            throw new IOException("a picture of more than " + MAX_BYTES + " bytes");
        }
        int value = read();
        frame.write(value);
        return value;
    }

    private int read() throws IOException {
        int value = stream.read();
        if (value < 0) {
            throw new EOFException("the stream ended");
        }
        return value;
    }
}
