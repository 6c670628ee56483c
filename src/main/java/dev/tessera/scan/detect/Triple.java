package dev.tessera.scan.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Three corner squares that may belong to one code: a right angle with legs of like length, seen in perspective.
///
/// @param penalty how far it is from the ideal; 0 is a code seen from straight above
record Triple(Finder topLeft, Finder topRight, Finder bottomLeft, double penalty) {
    /// More squares than that are texture: the ones seen in the most rows are looked at.
    private static final int MOST_FINDERS = 48;

    private static final double SMALLEST_SPAN = 21 - 7;
    private static final double LARGEST_SPAN = 177 - 7;

    /// The likely triples of one polarity, the best first.
    static List<Triple> of(List<Finder> finders, boolean inverted) {
        List<Finder> likely = finders.stream()
                .filter(finder -> finder.inverted() == inverted)
                .sorted(Comparator.comparingDouble(finder -> -finder.hits()))
                .limit(MOST_FINDERS)
                .toList();
        List<Triple> triples = new ArrayList<>();
        for (int a = 0; a < likely.size(); a++) {
            for (int b = a + 1; b < likely.size(); b++) {
                if (areOfLikeSize(likely.get(a), likely.get(b))) {
                    for (int c = b + 1; c < likely.size(); c++) {
                        consider(likely.get(a), likely.get(b), likely.get(c), triples);
                    }
                }
            }
        }
        triples.sort(Comparator.comparingDouble(Triple::penalty));
        return triples;
    }

    /// The mean size of a module, in pixels.
    double module() {
        return (topLeft.module() + topRight.module() + bottomLeft.module()) / 3;
    }

    private static void consider(Finder a, Finder b, Finder c, List<Triple> triples) {
        if (!areOfLikeSize(a, c) || !areOfLikeSize(b, c)) {
            return;
        }
        double ab = a.distanceTo(b);
        double ac = a.distanceTo(c);
        double bc = b.distanceTo(c);
        Triple triple;
        if (bc >= ab && bc >= ac) {
            triple = around(a, b, c);
        } else if (ac >= ab) {
            triple = around(b, a, c);
        } else {
            triple = around(c, a, b);
        }
        if (triple.penalty < 1.4) {
            triples.add(triple);
        }
    }

    private static boolean areOfLikeSize(Finder a, Finder b) {
        double larger = Math.max(a.module(), b.module());
        return larger <= 1.7 * Math.min(a.module(), b.module()) + 0.5;
    }

    /// Goes round clockwise, as a code that is not mirrored does.
    private static Triple around(Finder corner, Finder one, Finder other) {
        double cross =
                (one.x() - corner.x()) * (other.y() - corner.y()) - (one.y() - corner.y()) * (other.x() - corner.x());
        return cross >= 0
                ? new Triple(corner, one, other, penalty(corner, one, other))
                : new Triple(corner, other, one, penalty(corner, one, other));
    }

    private static double penalty(Finder corner, Finder one, Finder other) {
        double leg = corner.distanceTo(one);
        double otherLeg = corner.distanceTo(other);
        double hypotenuse = one.distanceTo(other);
        double module = (corner.module() + one.module() + other.module()) / 3;
        double span = (leg + otherLeg) / 2 / module;
        // Runs through a turned square are up to 1.42 times as long as its module.
        if (span < SMALLEST_SPAN * 0.6 || span > LARGEST_SPAN * 1.2) {
            return Double.MAX_VALUE;
        }
        double unequal = Math.max(leg, otherLeg) / Math.min(leg, otherLeg) - 1;
        double skew = Math.abs(leg * leg + otherLeg * otherLeg - hypotenuse * hypotenuse) / (2 * leg * otherLeg);
        double largest = Math.max(corner.module(), Math.max(one.module(), other.module()));
        double smallest = Math.min(corner.module(), Math.min(one.module(), other.module()));
        return unequal + skew + (largest / smallest - 1) / 2;
    }
}
