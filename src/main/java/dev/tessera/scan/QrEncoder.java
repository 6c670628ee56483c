package dev.tessera.scan;

import java.awt.image.BufferedImage;

/// Text to a QR code, black on white with four modules of quiet zone.
public final class QrEncoder {
    private QrEncoder() {}

    /// The squares of the symbol, without quiet zone, at error correction M; `true` is dark.
    public static boolean[][] modules(String text) {
        throw new UnsupportedOperationException("to come: " + text.length());
    }

    /// An SVG picture, with quiet zone, scalable.
    public static String svg(String text) {
        throw new UnsupportedOperationException("to come: " + text.length());
    }

    /// A picture with `pixelsPerModule` pixels to a square, with quiet zone.
    public static BufferedImage image(String text, int pixelsPerModule) {
        throw new UnsupportedOperationException("to come: " + text.length() + pixelsPerModule);
    }
}
