package dev.tessera.scan.detect;

import dev.tessera.scan.detect.Symbol.Point;
import java.util.List;
import java.util.Optional;

/// A flat code seen in perspective: `x = (a u + b v + c) / (g u + h v + 1)`, and likewise `y`.
record Homography(double a, double b, double c, double d, double e, double f, double g, double h) implements Lattice {
    private static final int UNKNOWNS = 8;

    /// A place of the code and where it is seen.
    ///
    /// @param weight how much it counts beside others
    record Pair(double u, double v, double x, double y, double weight) {}

    @Override
    public void place(double u, double v, double[] xy) {
        double w = g * u + h * v + 1;
        xy[0] = (a * u + b * v + c) / w;
        xy[1] = (d * u + e * v + f) / w;
    }

    Point place(double u, double v) {
        double[] xy = new double[2];
        place(u, v, xy);
        return new Point(xy[0], xy[1]);
    }

    /// The one that takes the corners of a square of `side` modules to four places.
    ///
    /// @param corners x and y of top left, top right, bottom right, bottom left
    static Homography ofCorners(double side, double[] corners) {
        double x0 = corners[0];
        double y0 = corners[1];
        double dx1 = corners[2] - corners[4];
        double dy1 = corners[3] - corners[5];
        double dx2 = corners[6] - corners[4];
        double dy2 = corners[7] - corners[5];
        double sx = x0 - corners[2] + corners[4] - corners[6];
        double sy = y0 - corners[3] + corners[5] - corners[7];
        double determinant = dx1 * dy2 - dx2 * dy1;
        double g = (sx * dy2 - dx2 * sy) / determinant;
        double h = (dx1 * sy - sx * dy1) / determinant;
        return new Homography(
                (corners[2] - x0 + g * corners[2]) / side,
                (corners[6] - x0 + h * corners[6]) / side,
                x0,
                (corners[3] - y0 + g * corners[3]) / side,
                (corners[7] - y0 + h * corners[7]) / side,
                y0,
                g / side,
                h / side);
    }

    /// The one that fits the pairs best, or nothing if they do not tell enough.
    static Optional<Homography> fitted(List<Pair> pairs) {
        double scale = pairs.stream()
                .mapToDouble(pair -> Math.max(Math.abs(pair.x), Math.abs(pair.y)))
                .max()
                .orElse(1);
        double side = pairs.stream()
                .mapToDouble(pair -> Math.max(pair.u, pair.v))
                .max()
                .orElse(1);
        double[][] normal = new double[UNKNOWNS][UNKNOWNS + 1];
        for (Pair pair : pairs) {
            double u = pair.u / side;
            double v = pair.v / side;
            double x = pair.x / scale;
            double y = pair.y / scale;
            add(normal, new double[] {u, v, 1, 0, 0, 0, -u * x, -v * x}, x, pair.weight);
            add(normal, new double[] {0, 0, 0, u, v, 1, -u * y, -v * y}, y, pair.weight);
        }
        return LinearSystem.solve(normal)
                .map(s -> new Homography(
                        s[0] * scale / side,
                        s[1] * scale / side,
                        s[2] * scale,
                        s[3] * scale / side,
                        s[4] * scale / side,
                        s[5] * scale,
                        s[6] / side,
                        s[7] / side));
    }

    private static void add(double[][] normal, double[] row, double right, double weight) {
        for (int i = 0; i < UNKNOWNS; i++) {
            for (int j = 0; j < UNKNOWNS; j++) {
                normal[i][j] += weight * row[i] * row[j];
            }
            normal[i][UNKNOWNS] += weight * row[i] * right;
        }
    }
}
