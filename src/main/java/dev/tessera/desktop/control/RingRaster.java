package dev.tessera.desktop.control;

import javafx.scene.paint.Color;

/// Draws arcs of one circle, dot by dot, with smooth edges.
///
/// JavaFX does it, too, but with a machinery for any shape that a program which has just begun interprets: some
/// hundredths of a second for a ring, once a second.
final class RingRaster {
    private static final double FULL = 360;
    private static final double HALF = 180;

    private final double middle;
    private final double radius;
    private final double scale;
    private final int dots;
    private final int[] pixels;

    /// A square with nothing in it.
    ///
    /// @param side its width, and that of the picture in dots when multiplied by `scale`, rounded up
    /// @param radius of the circle in its middle
    /// @param scale how many dots are as wide as one of the units above
    RingRaster(double side, double radius, double scale) {
        this.middle = side / 2;
        this.radius = radius;
        this.scale = scale;
        this.dots = (int) Math.ceil(side * scale);
        this.pixels = new int[dots * dots];
    }

    /// The width and height in dots.
    int dots() {
        return dots;
    }

    /// The dots row by row, as ARGB with the colours multiplied by the opacity.
    int[] pixels() {
        return pixels;
    }

    /// Draws an arc over what is there.
    ///
    /// @param start degrees from the top, clockwise
    /// @param sweep degrees, more than 0; from 360 on it is the whole circle
    /// @param isRound whether it ends in half circles beyond its ends
    void arc(double start, double sweep, double width, boolean isRound, Color color) {
        var from = new Ray(start);
        var to = new Ray(start + sweep);
        double half = width / 2;
        double least = square(radius - half - 1 / scale);
        double most = square(radius + half + 1 / scale);
        for (int row = 0; row < dots; row++) {
            double y = (row + 0.5) / scale - middle;
            for (int column = 0; column < dots; column++) {
                double x = (column + 0.5) / scale - middle;
                double squared = x * x + y * y;
                if (squared >= least && squared <= most) {
                    double covered = covered(half - Math.abs(Math.sqrt(squared) - radius));
                    if (sweep < FULL) {
                        covered = Math.min(covered, between(from, to, sweep, x, y));
                        if (isRound) {
                            covered = Math.max(covered, covered(half - from.distanceToEnd(x, y)));
                            covered = Math.max(covered, covered(half - to.distanceToEnd(x, y)));
                        }
                    }
                    blend(row * dots + column, color, covered);
                }
            }
        }
    }

    private double between(Ray from, Ray to, double sweep, double x, double y) {
        double behindStart = covered(from.clockwiseTo(x, y));
        double beforeEnd = covered(-to.clockwiseTo(x, y));
        return sweep <= HALF ? Math.min(behindStart, beforeEnd) : Math.max(behindStart, beforeEnd);
    }

    /// How much of a dot lies within an edge.
    ///
    /// @param inside how far its middle is inside
    private double covered(double inside) {
        return Math.clamp(inside * scale + 0.5, 0, 1);
    }

    private void blend(int place, Color color, double covered) {
        double opacity = color.getOpacity() * covered;
        if (opacity > 0) {
            int below = pixels[place];
            pixels[place] = mixed(1, opacity, below >>> 24) << 24
                    | mixed(color.getRed(), opacity, below >>> 16 & 0xff) << 16
                    | mixed(color.getGreen(), opacity, below >>> 8 & 0xff) << 8
                    | mixed(color.getBlue(), opacity, below & 0xff);
        }
    }

    private static int mixed(double above, double opacity, int below) {
        return (int) Math.round(above * opacity * 255 + below * (1 - opacity));
    }

    private static double square(double number) {
        return number * number;
    }

    /// From the middle outwards.
    private final class Ray {
        private final double x;
        private final double y;

        /// @param degrees from the top, clockwise
        Ray(double degrees) {
            this.x = Math.sin(Math.toRadians(degrees));
            this.y = -Math.cos(Math.toRadians(degrees));
        }

        /// How far a place is from the line through this ray, on its clockwise side.
        double clockwiseTo(double placeX, double placeY) {
            return x * placeY - y * placeX;
        }

        double distanceToEnd(double placeX, double placeY) {
            return Math.hypot(placeX - radius * x, placeY - radius * y);
        }
    }
}
