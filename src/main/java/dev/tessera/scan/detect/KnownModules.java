package dev.tessera.scan.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The modules of a version that show whether a grid lies right: their colour is known. Each counts with a weight, so
/// that the few of timing and alignment are heard beside the many of the corner squares.
final class KnownModules {
    private static final AtomicReferenceArray<KnownModules> MADE = new AtomicReferenceArray<>(41);
    private static final int CORNER_MODULES = 7 * 7 + 2 * 7;
    private static final float TIMING_WEIGHT = 2;
    private static final float ALIGNMENT_WEIGHT = 2;
    private static final float LAST_ALIGNMENT_WEIGHT = 5;

    private final List<float[]> modules = new ArrayList<>();
    private final float[] u;
    private final float[] v;
    private final float[] weight;

    private KnownModules(int version) {
        Layout layout = Layout.of(version);
        int side = layout.side();
        addCorner(0, 0);
        addCorner(side - 7, 0);
        addCorner(0, side - 7);
        for (int i = 8; i < side - 8; i++) {
            add(i, 6, i % 2 == 0, TIMING_WEIGHT);
            add(6, i, i % 2 == 0, TIMING_WEIGHT);
        }
        int[] lines = layout.alignmentLines();
        for (int i = 0; i < lines.length; i++) {
            for (int j = 0; j < lines.length; j++) {
                if (layout.hasAlignment(i, j)) {
                    boolean isLast = i == lines.length - 1 && j == lines.length - 1;
                    addAlignment(lines[i], lines[j], isLast ? LAST_ALIGNMENT_WEIGHT : ALIGNMENT_WEIGHT);
                }
            }
        }
        u = new float[modules.size()];
        v = new float[modules.size()];
        weight = new float[modules.size()];
        balance();
    }

    static KnownModules of(int version) {
        KnownModules made = MADE.get(version);
        if (made == null) {
            made = new KnownModules(version);
            MADE.set(version, made);
        }
        return made;
    }

    /// The contrast that a lattice sees: the mean of the light ones less that of the dark ones, -255 to 255.
    double contrast(GreyImage image, Lattice lattice) {
        double sum = 0;
        double[] xy = new double[2];
        for (int i = 0; i < u.length; i++) {
            lattice.place(u[i], v[i], xy);
            sum += weight[i] * image.smooth(xy[0], xy[1]);
        }
        return sum;
    }

    /// What the modules of each corner square alone differ by: the least first, -255 to 255.
    double[] cornerContrasts(GreyImage image, Lattice lattice) {
        double[] contrasts = new double[3];
        double[] xy = new double[2];
        for (int corner = 0; corner < 3; corner++) {
            double light = 0;
            double dark = 0;
            int lights = 0;
            for (int i = corner * CORNER_MODULES; i < (corner + 1) * CORNER_MODULES; i++) {
                lattice.place(u[i], v[i], xy);
                double brightness = image.smooth(xy[0], xy[1]);
                if (weight[i] > 0) {
                    light += brightness;
                    lights++;
                } else {
                    dark += brightness;
                }
            }
            contrasts[corner] = light / lights - dark / (CORNER_MODULES - lights);
        }
        Arrays.sort(contrasts);
        return contrasts;
    }

    /// Which share of them has the colour that it should, 0 to 1; chance gives a half.
    ///
    /// @param darkness of all modules, above 0 is dark
    double agreement(float[] darkness, int side) {
        int right = 0;
        for (int i = 0; i < u.length; i++) {
            boolean dark = darkness[((int) v[i]) * side + (int) u[i]] > 0;
            right += dark == weight[i] < 0 ? 1 : 0;
        }
        return (double) right / u.length;
    }

    /// Dark ones get a negative weight; both sums of weights are one.
    private void balance() {
        float light = 0;
        float dark = 0;
        for (float[] module : modules) {
            if (module[2] > 0) {
                light += module[2];
            } else {
                dark -= module[2];
            }
        }
        for (int i = 0; i < u.length; i++) {
            float[] module = modules.get(i);
            u[i] = module[0];
            v[i] = module[1];
            weight[i] = module[2] > 0 ? module[2] / light : module[2] / dark;
        }
    }

    private void addCorner(int left, int top) {
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 7; column++) {
                int ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
                add(left + column, top + row, ring != 2, 1);
            }
        }
        int inner = left == 0 ? 7 : left - 1;
        int lower = top == 0 ? 7 : top - 1;
        for (int i = 0; i < 7; i++) {
            add(inner, top + i, false, 1);
            add(left + i, lower, false, 1);
        }
    }

    private void addAlignment(int column, int row, float each) {
        for (int i = -2; i <= 2; i++) {
            for (int j = -2; j <= 2; j++) {
                add(column + i, row + j, Math.max(Math.abs(i), Math.abs(j)) != 1, each);
            }
        }
    }

    private void add(int column, int row, boolean dark, float each) {
        modules.add(new float[] {column + 0.5f, row + 0.5f, dark ? -each : each});
    }
}
