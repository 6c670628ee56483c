package dev.tessera.scan.detect;

/// One corner square of a QR code, as seen in one binary picture.
///
/// @param x its centre, in pixels of that picture
/// @param y its centre
/// @param module the size of one module in pixels, as the rows and columns through the centre tell
/// @param inverted whether it is light on dark
/// @param hits how many rows ran through its heart; none if it was not seen, but guessed from others
record Finder(double x, double y, double module, boolean inverted, int hits) {
    /// One that is missing, where it should be.
    static Finder guessed(double x, double y, Finder like) {
        return new Finder(x, y, like.module, like.inverted, 0);
    }

    boolean isGuessed() {
        return hits == 0;
    }

    double distanceTo(Finder other) {
        // Not Math.hypot, which takes its time for numbers that no picture has.
        return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
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
