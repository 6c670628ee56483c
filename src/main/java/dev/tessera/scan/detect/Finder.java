package dev.tessera.scan.detect;

/// One corner square of a QR code, as seen in one binary picture.
///
/// @param x its centre, in pixels of that picture
/// @param y its centre
/// @param module the size of one module in pixels, as the rows and columns through the centre tell
/// @param inverted whether it is light on dark
/// @param hits how many rows ran through its heart
record Finder(double x, double y, double module, boolean inverted, int hits) {
    double distanceTo(Finder other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /// Whether both are the same square, seen in two rows.
    boolean isSameAs(Finder other) {
        double larger = Math.max(module, other.module);
        return inverted == other.inverted
                && Math.abs(x - other.x) <= 1.5 * larger
                && Math.abs(y - other.y) <= 1.5 * larger
                && larger <= 1.6 * Math.min(module, other.module) + 1;
    }

    /// The mean of both, each weighed by its hits.
    Finder mergedWith(Finder other) {
        int sum = hits + other.hits;
        return new Finder(
                (x * hits + other.x * other.hits) / sum,
                (y * hits + other.y * other.hits) / sum,
                (module * hits + other.module * other.hits) / sum,
                inverted,
                sum);
    }
}
