package dev.tessera.scan;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/// What one screen showed.
///
/// @param picture in the screen's own pixels
/// @param left where it begins among all screens, in pixels
/// @param top likewise
public record ScreenPicture(BufferedImage picture, int left, int top) {

    public int width() {
        return picture.getWidth();
    }

    public int height() {
        return picture.getHeight();
    }

    /// A part of it, as far as it lies on this screen.
    ///
    /// @param part in pixels of the picture
    /// @throws IllegalArgumentException if nothing of it does
    public BufferedImage part(Rectangle part) {
        Rectangle seen = part.intersection(new Rectangle(width(), height()));
        if (seen.isEmpty()) {
            throw new IllegalArgumentException("%d x %d at %d, %d lies beside a screen of %d x %d"
                    .formatted(part.width, part.height, part.x, part.y, width(), height()));
        }
        return picture.getSubimage(seen.x, seen.y, seen.width, seen.height);
    }
}
