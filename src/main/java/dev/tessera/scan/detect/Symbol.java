package dev.tessera.scan.detect;

import java.util.List;

/// One code that was read.
///
/// @param text what it says
/// @param corners x and y of its outer corners in pixels of the picture: top left, top right, bottom right, bottom left
/// @param version 1 to 40
/// @param errorCorrection `L`, `M`, `Q` or `H`
/// @param readBy the pass that read it
public record Symbol(String text, List<Point> corners, int version, String errorCorrection, String readBy) {
    public Symbol {
        corners = List.copyOf(corners);
    }

    /// A place in the picture, in pixels from its top left.
    public record Point(double x, double y) {
        double distanceTo(Point other) {
            // Not Math.hypot, which takes its time for numbers that no picture has.
            return Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
        }
    }

    /// Whether the place lies within the symbol, its edge included.
    boolean covers(double x, double y) {
        int sides = 0;
        for (int i = 0; i < corners.size(); i++) {
            Point from = corners.get(i);
            Point to = corners.get((i + 1) % corners.size());
            double side = (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
            sides += side >= 0 ? 1 : -1;
        }
        return Math.abs(sides) == corners.size();
    }

    /// The text may hold a secret.
    @Override
    public String toString() {
        return "Symbol[version " + version + errorCorrection + ", " + corners + ", " + readBy + "]";
    }
}
