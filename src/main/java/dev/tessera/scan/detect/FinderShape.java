package dev.tessera.scan.detect;

import dev.tessera.scan.detect.Symbol.Point;
import java.util.List;
import java.util.Optional;

/// What one corner square looks like.
///
/// @param corners those of its light ring's outer edge, five modules apart, going round; empty if it is no square
/// @param regular whether its light ring has an end all around, be it square or round
/// @param contrast what its light ring is brighter than its core, -255 to 255
/// @param threshold the middle between both
record FinderShape(Optional<List<Point>> corners, boolean regular, double contrast, double threshold) {
    /// @param image a picture in which the code is dark on light
    static FinderShape of(GreyImage image, Finder finder) {
        FinderOutline outline = new FinderOutline(image, finder);
        return new FinderShape(outline.corners(), outline.isRegular(), outline.contrast(), outline.threshold());
    }
}
