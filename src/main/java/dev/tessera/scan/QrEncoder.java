package dev.tessera.scan;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/// Text to a QR code, black on white with four modules of quiet zone.
///
/// The error correction is M (15 % of the squares may be misread). Text in ASCII goes in without a character
/// set designator, which some readers do not know; anything else as UTF-8 with its designator (ECI 26).
public final class QrEncoder {
    /// What a symbol holds at most at M: version 40 in byte mode.
    public static final int MAX_BYTES = 2331;

    private static final int QUIET_ZONE = 4;

    private QrEncoder() {}

    /// The squares of the symbol, without quiet zone, at error correction M; `true` is dark. The first index is the
    /// row, counted from the top.
    ///
    /// @throws IllegalArgumentException if `text` is empty or too long for one symbol
    public static boolean[][] modules(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a QR code must contain something: the text is empty");
        }
        ByteMatrix matrix = encode(text);
        boolean[][] modules = new boolean[matrix.getHeight()][matrix.getWidth()];
        for (int y = 0; y < modules.length; y++) {
            for (int x = 0; x < modules[y].length; x++) {
                modules[y][x] = matrix.get(x, y) == 1;
            }
        }
        return modules;
    }

    /// An SVG picture, with quiet zone, scalable: it has no size of its own.
    ///
    /// @throws IllegalArgumentException if `text` is empty or too long for one symbol
    public static String svg(String text) {
        boolean[][] modules = modules(text);
        int size = modules.length + 2 * QUIET_ZONE;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(size)
                .append(' ')
                .append(size)
                .append("\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h")
                .append(size)
                .append('v')
                .append(size)
                .append("H0z\"/><path d=\"");
        for (int y = 0; y < modules.length; y++) {
            appendRow(svg, modules[y], y);
        }
        return svg.append("\"/></svg>").toString();
    }

    /// A picture with `pixelsPerModule` pixels to a square, with quiet zone.
    ///
    /// @param pixelsPerModule 1 to 50
    /// @throws IllegalArgumentException if `text` is empty or too long for one symbol
    public static BufferedImage image(String text, int pixelsPerModule) {
        if (pixelsPerModule < 1 || pixelsPerModule > 50) {
            throw new IllegalArgumentException("pixels to a square must be 1 to 50: " + pixelsPerModule);
        }
        boolean[][] modules = modules(text);
        int size = (modules.length + 2 * QUIET_ZONE) * pixelsPerModule;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, size, size);
        graphics.setColor(Color.BLACK);
        for (int y = 0; y < modules.length; y++) {
            for (int x = 0; x < modules.length; x++) {
                if (modules[y][x]) {
                    graphics.fillRect(
                            (x + QUIET_ZONE) * pixelsPerModule,
                            (y + QUIET_ZONE) * pixelsPerModule,
                            pixelsPerModule,
                            pixelsPerModule);
                }
            }
        }
        graphics.dispose();
        return image;
    }

    /// One closed path for each run of dark squares: a row of single squares would show hairlines between them.
    private static void appendRow(StringBuilder svg, boolean[] row, int y) {
        for (int x = 0; x < row.length; x++) {
            int start = x;
            while (x < row.length && row[x]) {
                x++;
            }
            if (x > start) {
                svg.append('M').append(start + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                svg.append('h')
                        .append(x - start)
                        .append("v1h")
                        .append(start - x)
                        .append('z');
            }
        }
    }

    private static ByteMatrix encode(String text) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(
                    "the text is too long for one QR code: it has %d bytes, and at most %d fit"
                            .formatted(text.getBytes(StandardCharsets.UTF_8).length, MAX_BYTES),
                    tooLong);
        }
    }
}
