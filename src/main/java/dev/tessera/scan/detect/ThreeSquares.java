package dev.tessera.scan.detect;

import dev.tessera.scan.detect.Homography.Pair;
import dev.tessera.scan.detect.Symbol.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The three corner squares of a triple with their shapes, and what these tell of the grid.
final class ThreeSquares {
    /// Below that, squares have no shape; but such codes come from a screen, where they stand straight.
    private static final double FINE = 1.9;

    private static final double COARSE = 3;
    private static final double STRAIGHT = 0.2;
    private static final double CERTAIN = 0.3;
    private static final double LEAST_LIKE = 0.15;
    private static final double MOST_FAINT = 4;
    private static final double OUTLINE = 1;
    private static final double CENTRE = 2;
    private static final double GUESSED = 0.3;

    private final Triple triple;
    private final List<FinderShape> shapes;
    private final List<Optional<List<Point>>> outlines;

    private ThreeSquares(Triple triple, List<FinderShape> shapes) {
        this.triple = triple;
        this.shapes = shapes;
        outlines = shapes.stream().map(FinderShape::corners).toList();
    }

    static ThreeSquares of(Triple triple, Function<Finder, FinderShape> shapes) {
        return new ThreeSquares(
                triple,
                Stream.of(triple.topLeft(), triple.topRight(), triple.bottomLeft())
                        .map(shapes)
                        .toList());
    }

    /// What dark and light differ by, at least a little.
    double contrast() {
        return Math.max(
                MOST_FAINT,
                shapes.stream().mapToDouble(FinderShape::contrast).average().orElse(0));
    }

    /// The middle between dark and light.
    double threshold() {
        return shapes.stream().mapToDouble(FinderShape::threshold).average().orElse(0);
    }

    /// Whether they are worth a look.
    boolean isPlausible() {
        boolean alike = triple.module() < FINE ? triple.penalty() < STRAIGHT : haveRings();
        return triple.isGuessed() || alike || isStraight();
    }

    /// Whether they hardly can be anything else than those of a code.
    boolean isCertain() {
        boolean square = triple.module() >= FINE
                && triple.penalty() < CERTAIN
                && shapes.stream().allMatch(FinderShape::regular);
        return square || isStraight();
    }

    private boolean isStraight() {
        return triple.module() >= COARSE && triple.penalty() < STRAIGHT;
    }

    /// Texture and noise have runs of the right lengths here and there, but no rings.
    private boolean haveRings() {
        double most = shapes.stream().mapToDouble(FinderShape::contrast).max().orElse(0);
        double least = shapes.stream().mapToDouble(FinderShape::contrast).min().orElse(0);
        long rings = shapes.stream()
                .filter(shape -> shape.regular() || shape.corners().isPresent())
                .count();
        return rings >= 2 && least > LEAST_LIKE * most;
    }

    /// How many modules a side has, by the distance of the squares.
    double estimatedSide() {
        double across = spanInModules(triple.topLeft(), 0, triple.topRight(), 1);
        double down = spanInModules(triple.topLeft(), 0, triple.bottomLeft(), 2);
        return (across + down) / 2 + 7;
    }

    /// The distance between two squares in modules as long as they are in that direction.
    private double spanInModules(Finder one, int first, Finder other, int second) {
        double distance = one.distanceTo(other);
        double dx = (other.x() - one.x()) / distance;
        double dy = (other.y() - one.y()) / distance;
        double near = widthAlong(outlines.get(first), one, dx, dy) / 5;
        double far = widthAlong(outlines.get(second), other, dx, dy) / 5;
        return distance / Math.sqrt(near * far);
    }

    /// How long the line of that direction through the square's centre is within it.
    private static double widthAlong(Optional<List<Point>> outline, Finder finder, double dx, double dy) {
        if (outline.isEmpty()) {
            return 5 * finder.module();
        }
        double forth = 0;
        double back = 0;
        List<Point> corners = outline.get();
        for (int i = 0; i < 4; i++) {
            Point from = corners.get(i);
            Point to = corners.get((i + 1) % 4);
            double ex = to.x() - from.x();
            double ey = to.y() - from.y();
            double determinant = dx * ey - dy * ex;
            if (Math.abs(determinant) > 1e-9) {
                double t = ((from.x() - finder.x()) * ey - (from.y() - finder.y()) * ex) / determinant;
                double s = ((from.x() - finder.x()) * dy - (from.y() - finder.y()) * dx) / determinant;
                if (s >= -0.01 && s <= 1.01) {
                    forth = Math.max(forth, t);
                    back = Math.min(back, t);
                }
            }
        }
        double width = forth - back;
        return width > 2 * finder.module() ? width : 5 * finder.module();
    }

    /// The grid through the corner squares, their corners where they are known, and what else is known.
    Optional<Homography> flat(int version, List<Pair> more) {
        double side = Layout.of(version).side();
        List<Pair> pairs = new ArrayList<>(more);
        boolean outlined = outlines.stream().allMatch(Optional::isPresent);
        addSquare(pairs, triple.topLeft(), outlines.get(0), 3.5, 3.5);
        addSquare(pairs, triple.topRight(), outlines.get(1), side - 3.5, 3.5);
        addSquare(pairs, triple.bottomLeft(), outlines.get(2), 3.5, side - 3.5);
        if (!outlined && more.isEmpty()) {
            Finder corner = triple.topLeft();
            pairs.add(new Pair(
                    side - 3.5,
                    side - 3.5,
                    triple.topRight().x() + triple.bottomLeft().x() - corner.x(),
                    triple.topRight().y() + triple.bottomLeft().y() - corner.y(),
                    CENTRE));
        }
        return Homography.fitted(pairs);
    }

    private void addSquare(List<Pair> pairs, Finder finder, Optional<List<Point>> outline, double u, double v) {
        pairs.add(new Pair(u, v, finder.x(), finder.y(), finder.isGuessed() ? GUESSED : CENTRE));
        outline.filter(_ -> !finder.isGuessed()).ifPresent(corners -> {
            double rx = triple.topRight().x() - triple.topLeft().x();
            double ry = triple.topRight().y() - triple.topLeft().y();
            double bx = triple.bottomLeft().x() - triple.topLeft().x();
            double by = triple.bottomLeft().y() - triple.topLeft().y();
            double determinant = rx * by - ry * bx;
            List<Pair> square = new ArrayList<>();
            for (Point corner : corners) {
                double px = corner.x() - finder.x();
                double py = corner.y() - finder.y();
                double along = (px * by - py * bx) / determinant;
                double down = (rx * py - ry * px) / determinant;
                square.add(new Pair(
                        u + Math.copySign(2.5, along), v + Math.copySign(2.5, down), corner.x(), corner.y(), OUTLINE));
            }
            boolean distinct = square.stream()
                            .map(pair -> List.of(pair.u(), pair.v()))
                            .distinct()
                            .count()
                    == 4;
            if (distinct) {
                pairs.addAll(square);
            }
        });
    }
}
