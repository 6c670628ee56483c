package dev.tessera.scan;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;

/// A picture of any kind of AWT as one whose pixels can be read.
final class Drawn {
    private Drawn() {}

    static BufferedImage buffered(Image image) {
        if (image instanceof BufferedImage buffered) {
            return buffered;
        }
        BufferedImage buffered =
                new BufferedImage(image.getWidth(null), image.getHeight(null), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = buffered.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return buffered;
    }
}
