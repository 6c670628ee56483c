package dev.tessera.scan.detect;

import dev.tessera.scan.detect.Symbol.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Three corner squares that may belong to one code: seen from one of them, the others lie straight to its right and
/// straight below, as far apart as a code is wide. Its own edges tell what straight is, however the page is tilted.
///
/// @param penalty how far it is from the ideal; 0 is a code seen from straight above
record Triple(Finder topLeft, Finder topRight, Finder bottomLeft, double penalty) {
    /// More squares than that are texture: the ones seen in the most rows are looked at.
    private static final int MOST_FINDERS = 48;

    private static final double SMALLEST_SPAN = 21 - 7;
    private static final double LARGEST_SPAN = 177 - 7;
    private static final double MOST_PENALTY = 1.4;

    /// The likely triples of one polarity, the best first.
    ///
    /// @param shapes the shape of each square
    static List<Triple> of(List<Finder> finders, Function<Finder, FinderShape> shapes) {
        List<Finder> likely = finders.stream()
                .sorted(Comparator.comparingDouble(finder -> -finder.hits()))
                .limit(MOST_FINDERS)
                .toList();
        List<Triple> triples = new ArrayList<>();
        for (int a = 0; a < likely.size(); a++) {
            for (int b = a + 1; b < likely.size(); b++) {
                if (areOfLikeSize(likely.get(a), likely.get(b))) {
                    for (int c = b + 1; c < likely.size(); c++) {
                        consider(likely.get(a), likely.get(b), likely.get(c), shapes, triples);
                    }
                }
            }
        }
        triples.sort((one, other) -> Double.compare(one.penalty, other.penalty));
        return triples;
    }

    boolean isGuessed() {
        return topLeft.isGuessed() || topRight.isGuessed() || bottomLeft.isGuessed();
    }

    /// What two squares may be part of, if the third is torn or covered: they are neighbours, with the third to either
    /// side, or they face each other.
    static List<Triple> withOneGuessed(Finder a, Finder b, FinderShape shape) {
        if (shape.corners().isEmpty() || !areOfLikeSize(a, b)) {
            return List.of();
        }
        Frame frame = Frame.of(a, shape.corners().get());
        double u = frame.u(b);
        double v = frame.v(b);
        double longer = Math.max(Math.abs(u), Math.abs(v));
        double shorter = Math.min(Math.abs(u), Math.abs(v));
        if (longer < SMALLEST_SPAN * 0.8 || longer > LARGEST_SPAN) {
            return List.of();
        }
        if (shorter > 0.75 * longer) {
            return List.of(facing(frame, a, b, u, 0), facing(frame, a, b, 0, v));
        }
        if (shorter > 0.25 * longer) {
            return List.of();
        }
        List<Triple> triples = new ArrayList<>();
        for (int side = -1; side <= 1; side += 2) {
            // A right angle from the line to b, on either side.
            Finder besideA = frame.guessed(a, -side * v, side * u);
            Finder besideB = frame.guessed(a, u - side * v, v + side * u);
            triples.add(around(a, b, besideA, 0));
            triples.add(around(b, a, besideB, 0));
        }
        return triples;
    }

    private static Triple facing(Frame frame, Finder a, Finder b, double u, double v) {
        return around(frame.guessed(a, u, v), a, b, 0);
    }

    /// The coordinates of one square: its own sides are the axes, a module is the unit.
    private record Frame(Finder centre, double ux, double uy, double vx, double vy) {
        static Frame of(Finder centre, List<Point> square) {
            // Half of two opposite sides together: from the middle of one side to that of the other.
            return new Frame(
                    centre,
                    (square.get(1).x()
                                    - square.get(0).x()
                                    + square.get(2).x()
                                    - square.get(3).x())
                            / 10,
                    (square.get(1).y()
                                    - square.get(0).y()
                                    + square.get(2).y()
                                    - square.get(3).y())
                            / 10,
                    (square.get(3).x()
                                    - square.get(0).x()
                                    + square.get(2).x()
                                    - square.get(1).x())
                            / 10,
                    (square.get(3).y()
                                    - square.get(0).y()
                                    + square.get(2).y()
                                    - square.get(1).y())
                            / 10);
        }

        double area() {
            return ux * vy - uy * vx;
        }

        double u(Finder other) {
            return ((other.x() - centre.x()) * vy - (other.y() - centre.y()) * vx) / area();
        }

        double v(Finder other) {
            return (ux * (other.y() - centre.y()) - uy * (other.x() - centre.x())) / area();
        }

        Finder guessed(Finder like, double u, double v) {
            return Finder.guessed(centre.x() + u * ux + v * vx, centre.y() + u * uy + v * vy, like);
        }
    }

    /// The mean size of a module, in pixels.
    double module() {
        return (topLeft.module() + topRight.module() + bottomLeft.module()) / 3;
    }

    private static void consider(
            Finder a, Finder b, Finder c, Function<Finder, FinderShape> shapes, List<Triple> triples) {
        if (!areOfLikeSize(a, c) || !areOfLikeSize(b, c)) {
            return;
        }
        addLikely(a, b, c, shapes, triples);
        addLikely(b, a, c, shapes, triples);
        addLikely(c, a, b, shapes, triples);
    }

    private static void addLikely(
            Finder corner, Finder one, Finder other, Function<Finder, FinderShape> shapes, List<Triple> triples) {
        double penalty = penalty(corner, one, other, shapes);
        if (penalty < MOST_PENALTY) {
            triples.add(around(corner, one, other, penalty));
        }
    }

    private static boolean areOfLikeSize(Finder a, Finder b) {
        double larger = Math.max(a.module(), b.module());
        return larger <= 2.5 * Math.min(a.module(), b.module()) + 0.5;
    }

    /// Goes round clockwise, as a code that is not mirrored does.
    private static Triple around(Finder corner, Finder one, Finder other, double penalty) {
        double cross =
                (one.x() - corner.x()) * (other.y() - corner.y()) - (one.y() - corner.y()) * (other.x() - corner.x());
        return cross >= 0 ? new Triple(corner, one, other, penalty) : new Triple(corner, other, one, penalty);
    }

    private static double penalty(Finder corner, Finder one, Finder other, Function<Finder, FinderShape> shapes) {
        double module = (corner.module() + one.module() + other.module()) / 3;
        double leg = corner.distanceTo(one);
        double otherLeg = corner.distanceTo(other);
        // Runs through a turned square are up to 1.42 times as long as its module.
        if (Math.max(leg, otherLeg) < SMALLEST_SPAN * 0.6 * module
                || Math.min(leg, otherLeg) > LARGEST_SPAN * 1.3 * module) {
            return Double.MAX_VALUE;
        }
        double flat = flatPenalty(corner, one, other);
        Optional<List<Point>> square =
                flat > FAR_OFF ? Optional.empty() : shapes.apply(corner).corners();
        return square.map(corners -> Math.min(flat, tiltedPenalty(corners, corner, one, other)))
                .orElse(flat);
    }

    private static final double FAR_OFF = 6;

    /// Without tilt the legs are of like length, at a right angle.
    private static double flatPenalty(Finder corner, Finder one, Finder other) {
        double leg = corner.distanceTo(one);
        double otherLeg = corner.distanceTo(other);
        double hypotenuse = one.distanceTo(other);
        double unequal = Math.max(leg, otherLeg) / Math.min(leg, otherLeg) - 1;
        double skew = Math.abs(leg * leg + otherLeg * otherLeg - hypotenuse * hypotenuse) / (2 * leg * otherLeg);
        double largest = Math.max(corner.module(), Math.max(one.module(), other.module()));
        double smallest = Math.min(corner.module(), Math.min(one.module(), other.module()));
        return unequal + skew + (largest / smallest - 1) / 2;
    }

    /// In the coordinates of the corner's own square the others lie on its two axes.
    private static double tiltedPenalty(List<Point> square, Finder corner, Finder one, Finder other) {
        Frame frame = Frame.of(corner, square);
        if (Math.abs(frame.area()) < 1e-6) {
            return Double.MAX_VALUE;
        }
        double u1 = frame.u(one);
        double v1 = frame.v(one);
        double u2 = frame.u(other);
        double v2 = frame.v(other);
        boolean oneIsAcross = Math.abs(u1) > Math.abs(v1);
        boolean otherIsAcross = Math.abs(u2) > Math.abs(v2);
        if (oneIsAcross == otherIsAcross) {
            return Double.MAX_VALUE;
        }
        double reach = Math.max(Math.abs(u1), Math.abs(v1));
        double otherReach = Math.max(Math.abs(u2), Math.abs(v2));
        double offAxis =
                Math.min(Math.abs(u1), Math.abs(v1)) / reach + Math.min(Math.abs(u2), Math.abs(v2)) / otherReach;
        double unequal = Math.max(reach, otherReach) / Math.min(reach, otherReach) - 1;
        return reach < SMALLEST_SPAN * 0.5 || reach > LARGEST_SPAN * 2 ? Double.MAX_VALUE : 2 * offAxis + unequal / 2;
    }
}
