package dev.tessera.scan.detect;

import dev.tessera.scan.detect.Symbol.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Looks for an alignment pattern (a dark dot in a light ring in a dark ring, five modules wide) around the place where
/// a lattice expects it.
final class AlignmentSearch {
    private static final int SIZE = 5;

    /// How often a place is moved at most. Where modules are far smaller than pixels, each of a million moves would be
    /// a little better than the last.
    private static final int MOST_MOVES = 20;

    private final GreyImage image;
    private final Point expected;
    private final Point right;
    private final Point down;
    private final double contrast;

    /// @param u column of its centre, in modules
    /// @param v row of its centre
    /// @param contrast what dark and light differ by in this code
    AlignmentSearch(GreyImage image, Lattice lattice, double u, double v, double contrast) {
        this.image = image;
        this.contrast = contrast;
        double[] xy = new double[2];
        lattice.place(u, v, xy);
        expected = new Point(xy[0], xy[1]);
        lattice.place(u + 1, v, xy);
        right = new Point(xy[0] - expected.x(), xy[1] - expected.y());
        lattice.place(u, v + 1, xy);
        down = new Point(xy[0] - expected.x(), xy[1] - expected.y());
    }

    /// A place that looks like one.
    ///
    /// @param likeness 1 is perfect
    record Candidate(Point place, double likeness) {}

    /// The likeliest places, the best first.
    ///
    /// @param reach how far around to look, in modules
    /// @param most how many places at most
    List<Candidate> find(double reach, int most, double leastLikeness) {
        List<Candidate> all = new ArrayList<>();
        double step = reach > 4 ? 0.5 : 0.34;
        for (double v = -reach; v <= reach; v += step) {
            for (double u = -reach; u <= reach; u += step) {
                Candidate candidate = candidate(u, v);
                if (candidate.likeness >= leastLikeness) {
                    all.add(candidate);
                }
            }
        }
        all.sort(Comparator.comparingDouble(candidate -> -candidate.likeness));
        List<Candidate> best = new ArrayList<>();
        double module = Math.hypot(right.x(), right.y());
        for (Candidate candidate : all) {
            if (best.stream().allMatch(other -> other.place.distanceTo(candidate.place) > 1.5 * module)) {
                best.add(climbed(candidate));
                if (best.size() == most) {
                    break;
                }
            }
        }
        return best;
    }

    /// The best place nearby, to a sixteenth of a module.
    private Candidate climbed(Candidate start) {
        Candidate best = start;
        for (double step = 0.2; step > 0.06; step /= 2) {
            Candidate better = best;
            int moves = 0;
            do {
                best = better;
                for (int i = 0; i < 4; i++) {
                    double u = i < 2 ? (2 * i - 1) * step : 0;
                    double v = i < 2 ? 0 : (2 * i - 5) * step;
                    Point place = new Point(
                            best.place.x() + u * right.x() + v * down.x(),
                            best.place.y() + u * right.y() + v * down.y());
                    double likeness = likeness(place.x(), place.y());
                    if (likeness > better.likeness) {
                        better = new Candidate(place, likeness);
                    }
                }
            } while (better.likeness > best.likeness + 1e-9 && ++moves < MOST_MOVES);
        }
        return best;
    }

    private Candidate candidate(double u, double v) {
        double x = expected.x() + u * right.x() + v * down.x();
        double y = expected.y() + u * right.y() + v * down.y();
        return new Candidate(new Point(x, y), likeness(x, y));
    }

    /// The light ring less the dot and the dark ring, as a share of the code's contrast. The dot counts as much as the
    /// ring: without it any light hole would do.
    private double likeness(double x, double y) {
        double light = 0;
        double dark = 0;
        double dot = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double brightness = image.smooth(
                        x + (column - 2) * right.x() + (row - 2) * down.x(),
                        y + (column - 2) * right.y() + (row - 2) * down.y());
                int ring = Math.max(Math.abs(row - 2), Math.abs(column - 2));
                if (ring == 1) {
                    light += brightness;
                } else if (ring == 2) {
                    dark += brightness;
                } else {
                    dot = brightness;
                }
            }
        }
        return (light / 8 - (0.7 * dark / 16 + 0.3 * dot)) / contrast;
    }
}
