package dev.tessera.scan.detect;

import dev.tessera.scan.detect.Symbol.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// The shape of one corner square: rays from its centre show where its light ring ends, which is a square of five
/// modules; its corners tell size, turn and tilt of the code. The ring's outer edge is not used: it may melt into a
/// dark page.
final class FinderOutline {
    private static final int RAYS = 64;
    private static final double[] COSINES = directions(Math::cos);
    private static final double[] SINES = directions(Math::sin);
    private static final double FARTHEST = 7.5;
    private static final double NEAREST_SHARE = 0.12;
    private static final double MOST_UNLIKE = 2.6;

    private final GreyImage image;
    private final Finder finder;
    private final double threshold;
    private final double contrast;
    private final List<Point> outline;

    /// @param image a picture in which the code is dark on light
    FinderOutline(GreyImage image, Finder finder) {
        this.image = image;
        this.finder = finder;
        double core = core();
        double ring = ring();
        threshold = (core + ring) / 2;
        contrast = ring - core;
        outline = outline();
    }

    /// Whether it goes all around, at like distances: a square's corners are 1.4 times as far as its sides, and tilt
    /// makes that more.
    boolean isRegular() {
        if (outline.size() < RAYS * 7 / 8) {
            return false;
        }
        double[] distances = outline.stream()
                .mapToDouble(point -> point.distanceTo(new Point(finder.x(), finder.y())))
                .sorted()
                .toArray();
        return distances[distances.length * 9 / 10] < MOST_UNLIKE * distances[distances.length / 10];
    }

    /// What the light ring is brighter than the core, -255 to 255.
    double contrast() {
        return contrast;
    }

    /// The middle between the light ring and the core.
    double threshold() {
        return threshold;
    }

    /// The four corners of the light ring's outer edge, going round; nothing if it is no square, but round or torn.
    Optional<List<Point>> corners() {
        if (outline.size() < RAYS * 3 / 4) {
            return Optional.empty();
        }
        int[] ends = extremes(outline);
        Arrays.sort(ends);
        List<double[]> sides = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Optional<double[]> side = side(outline, ends[i], ends[(i + 1) % 4]);
            if (side.isEmpty()) {
                return Optional.empty();
            }
            sides.add(side.get());
        }
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Optional<Point> corner = crossing(sides.get((i + 3) % 4), sides.get(i));
            if (corner.isEmpty() || corner.get().distanceTo(outline.get(ends[i])) > 2 * finder.module()) {
                return Optional.empty();
            }
            corners.add(corner.get());
        }
        return Optional.of(corners);
    }

    private double core() {
        double sum = 0;
        double reach = 0.7 * finder.module();
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                sum += image.smooth(finder.x() + i * reach, finder.y() + j * reach);
            }
        }
        return sum / 9;
    }

    /// The brightest that a ray meets on its way out, as the median of all rays has it.
    private double ring() {
        double[] brightest = new double[RAYS];
        for (int i = 0; i < RAYS; i++) {
            for (double r = finder.module(); r < 4.2 * finder.module(); r += finder.module() / 3) {
                brightest[i] = Math.max(brightest[i], at(i, r));
            }
        }
        Arrays.sort(brightest);
        return brightest[RAYS / 2];
    }

    private List<Point> outline() {
        List<Point> outline = new ArrayList<>();
        double step = Math.clamp(finder.module() / 7, 0.2, 2);
        for (int i = 0; i < RAYS; i++) {
            double end = lightEnd(i, step);
            if (end > 0) {
                outline.add(new Point(finder.x() + end * COSINES[i], finder.y() + end * SINES[i]));
            }
        }
        return outline;
    }

    /// Where the ray goes from the light ring into the dark one, or 0 if it never does.
    private double lightEnd(int ray, double step) {
        boolean inLight = false;
        double before = at(ray, 0);
        for (double r = step; r < FARTHEST * finder.module(); r += step) {
            double here = at(ray, r);
            if (!inLight && here > threshold) {
                inLight = true;
            } else if (inLight && here < threshold) {
                return r - step * (threshold - here) / Math.max(before - here, 1e-6);
            }
            before = here;
        }
        return 0;
    }

    private double at(int ray, double r) {
        return image.smooth(finder.x() + r * COSINES[ray], finder.y() + r * SINES[ray]);
    }

    private static double[] directions(DoubleUnaryOperator part) {
        return IntStream.range(0, RAYS)
                .mapToDouble(ray -> part.applyAsDouble(2 * Math.PI * ray / RAYS))
                .toArray();
    }

    /// The farthest from the centre, the farthest from that one, and the farthest to both sides of the line between.
    private int[] extremes(List<Point> outline) {
        Point centre = new Point(finder.x(), finder.y());
        int first = 0;
        for (int i = 1; i < outline.size(); i++) {
            if (outline.get(i).distanceTo(centre) > outline.get(first).distanceTo(centre)) {
                first = i;
            }
        }
        int opposite = first;
        for (int i = 0; i < outline.size(); i++) {
            if (outline.get(i).distanceTo(outline.get(first))
                    > outline.get(opposite).distanceTo(outline.get(first))) {
                opposite = i;
            }
        }
        int left = first;
        int right = first;
        double most = 0;
        double least = 0;
        for (int i = 0; i < outline.size(); i++) {
            double side = side(outline.get(first), outline.get(opposite), outline.get(i));
            if (side > most) {
                most = side;
                left = i;
            }
            if (side < least) {
                least = side;
                right = i;
            }
        }
        return new int[] {first, opposite, left, right};
    }

    /// The line through the outline between two of its corners as `x nx + y ny = c`, or nothing if it is bent.
    private Optional<double[]> side(List<Point> outline, int from, int to) {
        int count = (to - from + outline.size()) % outline.size();
        List<Point> points = new ArrayList<>();
        int skipped = Math.max(1, (int) Math.round(count * NEAREST_SHARE));
        for (int i = skipped; i <= count - skipped; i++) {
            points.add(outline.get((from + i) % outline.size()));
        }
        if (points.size() < 4) {
            return Optional.empty();
        }
        double[] line = line(points);
        double worst = 0;
        for (Point point : points) {
            worst += Math.abs(point.x() * line[0] + point.y() * line[1] - line[2]);
        }
        return worst / points.size() > 0.3 * finder.module() ? Optional.empty() : Optional.of(line);
    }

    private static double[] line(List<Point> points) {
        double x = points.stream().mapToDouble(Point::x).average().orElse(0);
        double y = points.stream().mapToDouble(Point::y).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Point point : points) {
            xx += (point.x() - x) * (point.x() - x);
            xy += (point.x() - x) * (point.y() - y);
            yy += (point.y() - y) * (point.y() - y);
        }
        double angle = 0.5 * Math.atan2(2 * xy, xx - yy) + Math.PI / 2;
        double nx = Math.cos(angle);
        double ny = Math.sin(angle);
        return new double[] {nx, ny, x * nx + y * ny};
    }

    private static Optional<Point> crossing(double[] one, double[] other) {
        double determinant = one[0] * other[1] - one[1] * other[0];
        if (Math.abs(determinant) < 0.05) {
            return Optional.empty();
        }
        return Optional.of(new Point(
                (one[2] * other[1] - one[1] * other[2]) / determinant,
                (one[0] * other[2] - one[2] * other[0]) / determinant));
    }

    private static double side(Point from, Point to, Point point) {
        return (to.x() - from.x()) * (point.y() - from.y()) - (to.y() - from.y()) * (point.x() - from.x());
    }
}
