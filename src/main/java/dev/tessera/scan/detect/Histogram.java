package dev.tessera.scan.detect;

import java.util.Arrays;
import java.util.OptionalInt;

/// How often each of 32 steps of brightness occurs in the middle of a picture, as four rows of it show.
final class Histogram {
    private static final int STEPS = 32;
    private static final int SHIFT = 3;
    private static final int PARTS = 5;

    private final int[] counts;

    private Histogram(int[] counts) {
        this.counts = counts;
    }

    static Histogram of(GreyImage image) {
        int[] counts = new int[STEPS];
        for (int part = 1; part < PARTS; part++) {
            int y = image.height() * part / PARTS;
            for (int x = image.width() / PARTS; x < image.width() * (PARTS - 1) / PARTS; x++) {
                counts[image.at(x, y) >> SHIFT]++;
            }
        }
        return new Histogram(counts);
    }

    /// The brightness between what is dark and what is light: where little is, nearer to the light one, for ink
    /// spreads and so does blur. Nothing if there is no such valley.
    OptionalInt valley() {
        int most = Arrays.stream(counts).max().orElse(0);
        int peak = 0;
        while (counts[peak] < most) {
            peak++;
        }
        int other = other(peak);
        int dark = Math.min(peak, other);
        int light = Math.max(peak, other);
        if (light - dark <= STEPS / 16) {
            return OptionalInt.empty();
        }
        int valley = light - 1;
        long deepest = -1;
        for (int step = light - 1; step > dark; step--) {
            long depth = (long) (step - dark) * (step - dark) * (light - step) * (most - counts[step]);
            if (depth > deepest) {
                deepest = depth;
                valley = step;
            }
        }
        return OptionalInt.of(valley << SHIFT);
    }

    /// The second peak: high, and far from the first.
    private int other(int peak) {
        int other = 0;
        long most = 0;
        for (int step = 0; step < STEPS; step++) {
            long weight = (long) counts[step] * (step - peak) * (step - peak);
            if (weight > most) {
                most = weight;
                other = step;
            }
        }
        return other;
    }
}
