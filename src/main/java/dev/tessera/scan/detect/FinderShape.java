package dev.tessera.scan.detect;

import dev.tessera.scan.detect.Symbol.Point;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// What one corner square looks like.
///
/// @param corners those of its light ring's outer edge, five modules apart, going round; empty if it is no square
/// @param regular whether its light ring has an end all around, be it square or round
/// @param contrast what its light ring is brighter than its core, -255 to 255
/// @param threshold the middle between both
record FinderShape(Optional<List<Point>> corners, boolean regular, double contrast, double threshold) {
    private static final double MOST_OF = 0.85;
    private static final double HALF_OF = 0.75;

    /// Whether it is a corner square module by module: rings of light and dark around a dark core. Icons and
    /// letters that have the runs of one here and there do not pass.
    boolean isCornerSquare(GreyImage image) {
        if (corners.isEmpty() || !regular || contrast <= 0) {
            return false;
        }
        double[] places = corners.get().stream()
                .flatMapToDouble(corner -> DoubleStream.of(corner.x(), corner.y()))
                .toArray();
        Homography frame = Homography.ofCorners(5, places);
        double[] sums = new double[4];
        double[] xy = new double[2];
        for (int row = -1; row < 6; row++) {
            for (int column = -1; column < 6; column++) {
                frame.place(column + 0.5, row + 0.5, xy);
                sums[Math.max(Math.abs(row - 2), Math.abs(column - 2))] += image.smooth(xy[0], xy[1]);
            }
        }
        double dark = (sums[0] + sums[1]) / 9;
        double light = sums[2] / 16;
        double outer = sums[3] / 24;
        return light - dark > MOST_OF * contrast && light - outer > HALF_OF * contrast;
    }

    /// @param image a picture in which the code is dark on light
    static FinderShape of(GreyImage image, Finder finder) {
        FinderOutline outline = new FinderOutline(image, finder);
        return new FinderShape(outline.corners(), outline.isRegular(), outline.contrast(), outline.threshold());
    }
}
