package dev.tessera.desktop.camera;

import dev.tessera.scan.QrSymbol;
import java.awt.image.BufferedImage;
import java.util.List;

/// A code in the picture.
///
/// @param corners its four corners, from 0 to 1 across and down the preview
public record Sight(List<Corner> corners) {
    public Sight {
        corners = List.copyOf(corners);
    }

    /// A place in the preview.
    public record Corner(double x, double y) {}

    static Sight of(QrSymbol symbol, BufferedImage picture, boolean mirrored) {
        return new Sight(symbol.corners().stream()
                .map(corner -> {
                    double x = corner.x() / picture.getWidth();
                    return new Corner(mirrored ? 1 - x : x, corner.y() / picture.getHeight());
                })
                .toList());
    }
}
