package dev.tessera.scan;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/// Reads a part of a picture that a person picked. There is a code, they say, and perhaps it is small or strange: it is
/// drawn larger and larger until something is read.
public final class CloseUp {
    private static final int MOST_ENLARGED = 4;
    private static final long MOST_PIXELS = 8_000_000;

    private final QrDecoder decoder;

    public CloseUp(QrDecoder decoder) {
        this.decoder = decoder;
    }

    /// What is in `part`, with corners in its own pixels; if there is nothing, the reason is that of the part as it is.
    public ScanResult read(BufferedImage part) {
        ScanResult asItIs = decoder.decode(part);
        ScanResult result = asItIs;
        for (int times = 2; times <= MOST_ENLARGED && result.symbols().isEmpty(); times *= 2) {
            if ((long) part.getWidth() * part.getHeight() * times * times <= MOST_PIXELS) {
                result = decoder.decode(enlarged(part, times)).smaller(times);
            }
        }
        return result.symbols().isEmpty() ? asItIs : result;
    }

    private static BufferedImage enlarged(BufferedImage part, int times) {
        var large = new BufferedImage(times * part.getWidth(), times * part.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = large.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(part, 0, 0, large.getWidth(), large.getHeight(), null);
        graphics.dispose();
        return large;
    }
}
