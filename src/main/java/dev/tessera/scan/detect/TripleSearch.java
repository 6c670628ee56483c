package dev.tessera.scan.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds the triples among some squares. There are as many as the cube of their number, so that all that is asked of a
/// square or of two is worked out once.
final class TripleSearch {
    private static final double MOST_PENALTY = 1.4;
    private static final double FAR_OFF = 6;

    private final Finder[] squares;
    private final double[][] distances;
    private final Function<Finder, FinderShape> shapes;
    private final List<Optional<SquareFrame>> frames = new ArrayList<>();
    private final boolean[] hasFrame;
    private final List<Triple> triples = new ArrayList<>();

    TripleSearch(List<Finder> squares, Function<Finder, FinderShape> shapes) {
        this.squares = squares.toArray(Finder[]::new);
        this.shapes = shapes;
        int count = squares.size();
        hasFrame = new boolean[count];
        distances = new double[count][count];
        for (int a = 0; a < count; a++) {
            frames.add(Optional.empty());
            for (int b = 0; b < a; b++) {
                distances[a][b] = this.squares[a].distanceTo(this.squares[b]);
                distances[b][a] = distances[a][b];
            }
        }
    }

    /// The likely ones, the best first.
    List<Triple> triples() {
        for (int a = 0; a < squares.length; a++) {
            for (int b = a + 1; b < squares.length; b++) {
                if (Triple.areOfLikeSize(squares[a], squares[b])) {
                    for (int c = b + 1; c < squares.length; c++) {
                        consider(a, b, c);
                    }
                }
            }
        }
        triples.sort((one, other) -> Double.compare(one.penalty(), other.penalty()));
        return triples;
    }

    private void consider(int a, int b, int c) {
        if (Triple.areOfLikeSize(squares[a], squares[c]) && Triple.areOfLikeSize(squares[b], squares[c])) {
            addLikely(a, b, c);
            addLikely(b, a, c);
            addLikely(c, a, b);
        }
    }

    private void addLikely(int corner, int one, int other) {
        double penalty = penalty(corner, one, other);
        if (penalty < MOST_PENALTY) {
            triples.add(Triple.around(squares[corner], squares[one], squares[other], penalty));
        }
    }

    private double penalty(int corner, int one, int other) {
        double module = (squares[corner].module() + squares[one].module() + squares[other].module()) / 3;
        double leg = distances[corner][one];
        double otherLeg = distances[corner][other];
        // Runs through a turned square are up to 1.42 times as long as its module.
        if (Math.max(leg, otherLeg) < Triple.SMALLEST_SPAN * 0.6 * module
                || Math.min(leg, otherLeg) > Triple.LARGEST_SPAN * 1.3 * module) {
            return Double.MAX_VALUE;
        }
        double flat = flatPenalty(corner, one, other);
        if (flat > FAR_OFF) {
            return flat;
        }
        Optional<SquareFrame> frame = frame(corner);
        return frame.isEmpty() ? flat : Math.min(flat, tiltedPenalty(frame.get(), squares[one], squares[other]));
    }

    private Optional<SquareFrame> frame(int square) {
        if (!hasFrame[square]) {
            hasFrame[square] = true;
            Finder finder = squares[square];
            frames.set(square, shapes.apply(finder).corners().map(corners -> SquareFrame.of(finder, corners)));
        }
        return frames.get(square);
    }

    /// Without tilt the legs are of like length, at a right angle.
    private double flatPenalty(int corner, int one, int other) {
        double leg = distances[corner][one];
        double otherLeg = distances[corner][other];
        double hypotenuse = distances[one][other];
        double unequal = Math.max(leg, otherLeg) / Math.min(leg, otherLeg) - 1;
        double skew = Math.abs(leg * leg + otherLeg * otherLeg - hypotenuse * hypotenuse) / (2 * leg * otherLeg);
        double module = squares[corner].module();
        double largest = Math.max(module, Math.max(squares[one].module(), squares[other].module()));
        double smallest = Math.min(module, Math.min(squares[one].module(), squares[other].module()));
        return unequal + skew + (largest / smallest - 1) / 2;
    }

    /// In the coordinates of the corner's own square the others lie on its two axes.
    private static double tiltedPenalty(SquareFrame frame, Finder one, Finder other) {
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
        return reach < Triple.SMALLEST_SPAN * 0.5 || reach > Triple.LARGEST_SPAN * 2
                ? Double.MAX_VALUE
                : 2 * offAxis + unequal / 2;
    }
}
