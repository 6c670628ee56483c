package dev.tessera.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes black and white pictures as lossless WebP: each pixel is one bit of the green channel, and the transform
/// "subtract green" makes red and blue the same (RFC 9649, sections 3 and 4.3).
final class LosslessWebp {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int filled;
    private int bits;

    private LosslessWebp() {}

    static byte[] of(BufferedImage image) {
        byte[] stream = new LosslessWebp().stream(image);
        int padded = stream.length + (stream.length & 1);
        ByteBuffer file = ByteBuffer.allocate(20 + padded).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + padded);
        file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(stream.length)
                .put(stream);
        return file.array();
    }

    private byte[] stream(BufferedImage image) {
        put(0x2F, 8);
        put(image.getWidth() - 1, 14);
        put(image.getHeight() - 1, 14);
        put(0, 1 + 3); // no transparency, version 0
        put(1, 1); // a transform follows:
        put(2, 2); // subtract green
        put(0, 1); // no other transform
        put(0, 1); // no colour cache
        put(0, 1); // one set of codes for the whole picture
        putCode(0, 255); // green
        putCode(0); // red
        putCode(0); // blue
        putCode(255); // alpha
        putCode(0); // distance
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                put(image.getRaster().getSample(x, y, 0) == 0 ? 0 : 1, 1);
            }
        }
        put(0, 7);
        return bytes.toByteArray();
    }

    /// A simple code length code: one value of no bits, or two of one bit.
    private void putCode(int... values) {
        put(1, 1);
        put(values.length - 1, 1);
        put(1, 1); // the first value has eight bits
        for (int value : values) {
            put(value, 8);
        }
    }

    private void put(int value, int count) {
        for (int i = 0; i < count; i++) {
            bits |= (value >> i & 1) << filled++;
            if (filled == 8) {
                bytes.write(bits);
                bits = 0;
                filled = 0;
            }
        }
    }
}
