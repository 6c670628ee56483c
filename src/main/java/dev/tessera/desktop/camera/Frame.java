package dev.tessera.desktop.camera;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// A picture of the camera as the preview shows it: small, and mirrored where people expect a mirror.
public final class Frame {
    /// Enough for the preview on a screen of twice the usual density.
    private static final int MAX_WIDTH = 860;

    private final BufferedImage picture;

    private Frame(BufferedImage picture) {
        this.picture = picture;
    }

    static Frame of(BufferedImage picture, boolean mirrored) {
        double scale = Math.min(1, (double) MAX_WIDTH / picture.getWidth());
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (mirrored) {
            graphics.drawImage(picture, width, 0, -width, height, null);
        } else {
            graphics.drawImage(picture, 0, 0, width, height, null);
        }
        graphics.dispose();
        return new Frame(small);
    }

    /// In pixels.
    int width() {
        return picture.getWidth();
    }

    /// In pixels.
    int height() {
        return picture.getHeight();
    }

    /// Row by row, premultiplied.
    int[] argb() {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }
}
