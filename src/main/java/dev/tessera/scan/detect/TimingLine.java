package dev.tessera.scan.detect;

import java.util.Optional;

/// The line of alternating modules between two corner squares. How often it changes tells how many modules a side has,
/// also where the page is uneven and a grid laid over it would lose step.
final class TimingLine {
    private static final int SAMPLES_A_MODULE = 5;
    private static final double WIDEST = 0.7;
    private static final double STEP = 0.14;

    private final GreyImage image;
    private final Lattice lattice;
    private final int side;
    private final double threshold;

    /// @param lattice a grid whose corner squares lie right
    /// @param side modules a side, as that grid has them
    /// @param threshold between dark and light
    TimingLine(GreyImage image, Lattice lattice, int side, double threshold) {
        this.image = image;
        this.lattice = lattice;
        this.side = side;
        this.threshold = threshold;
    }

    /// The version that the evenest of several lines beside each other tells; nothing if none is even.
    ///
    /// @param across whether it is the one in row 6, not that in column 6
    Optional<Integer> version(boolean across) {
        double most = 0.35;
        Optional<Integer> version = Optional.empty();
        for (double beside = -WIDEST; beside <= WIDEST; beside += STEP) {
            Count count = count(6.5 + beside, across);
            if (count.unevenness < most && count.isOfAVersion()) {
                most = count.unevenness;
                version = Optional.of(count.version());
            }
        }
        return version;
    }

    /// @param changes between the squares' rings, from dark to light and back
    /// @param unevenness how much the runs differ in length, as a share of the mean
    private record Count(int changes, double unevenness) {
        /// Between the dark of one ring and that of the other lie as many modules as there are changes, less one.
        int side() {
            return changes - 1 + 14;
        }

        boolean isOfAVersion() {
            return side() >= 21 && Math.abs((side() - 17) - 4 * version()) <= 1 && version() <= 40;
        }

        int version() {
            return Math.round((side() - 17) / 4f);
        }
    }

    private Count count(double line, boolean across) {
        double from = 6.5;
        double to = side - 6.5;
        int samples = (int) ((to - from) * SAMPLES_A_MODULE);
        double[] xy = new double[2];
        boolean dark = true;
        int changes = 0;
        int run = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i <= samples; i++) {
            double place = from + (to - from) * i / samples;
            lattice.place(across ? place : line, across ? line : place, xy);
            boolean isDark = image.smooth(xy[0], xy[1]) < threshold;
            if (isDark == dark) {
                run++;
            } else {
                if (changes > 0) {
                    sum += run;
                    squares += (double) run * run;
                }
                changes++;
                dark = isDark;
                run = 1;
            }
        }
        int runs = Math.max(1, changes - 1);
        double mean = sum / runs;
        double variance = Math.max(0, squares / runs - mean * mean);
        return new Count(changes, changes < 4 || !dark ? 1 : Math.sqrt(variance) / mean);
    }
}
