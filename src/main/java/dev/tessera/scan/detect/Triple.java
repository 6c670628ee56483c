package dev.tessera.scan.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Three corner squares that may belong to one code: seen from one of them, the others lie straight to its right and
/// straight below, as far apart as a code is wide. Its own edges tell what straight is, however the page is tilted.
///
/// @param penalty how far it is from the ideal; 0 is a code seen from straight above
record Triple(Finder topLeft, Finder topRight, Finder bottomLeft, double penalty) {
    /// More squares than that are texture: the ones seen in the most rows are looked at.
    private static final int MOST_FINDERS = 48;

    static final double SMALLEST_SPAN = 21 - 7;
    static final double LARGEST_SPAN = 177 - 7;

    /// The likely triples of one polarity, the best first.
    ///
    /// @param shapes the shape of each square
    static List<Triple> of(List<Finder> finders, Function<Finder, FinderShape> shapes) {
        return new TripleSearch(
                        finders.stream()
                                .sorted(Comparator.comparingInt(finder -> -finder.hits()))
                                .limit(MOST_FINDERS)
                                .toList(),
                        shapes)
                .triples();
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
        SquareFrame frame = SquareFrame.of(a, shape.corners().get());
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

    private static Triple facing(SquareFrame frame, Finder a, Finder b, double u, double v) {
        return around(frame.guessed(a, u, v), a, b, 0);
    }

    /// The mean size of a module, in pixels.
    double module() {
        return (topLeft.module() + topRight.module() + bottomLeft.module()) / 3;
    }

    static boolean areOfLikeSize(Finder a, Finder b) {
        double larger = Math.max(a.module(), b.module());
        return larger <= 2.5 * Math.min(a.module(), b.module()) + 0.5;
    }

    /// Goes round clockwise, as a code that is not mirrored does.
    static Triple around(Finder corner, Finder one, Finder other, double penalty) {
        double cross =
                (one.x() - corner.x()) * (other.y() - corner.y()) - (one.y() - corner.y()) * (other.x() - corner.x());
        return cross >= 0 ? new Triple(corner, one, other, penalty) : new Triple(corner, other, one, penalty);
    }
}
