package dev.tessera.scan.detect;

/// How bright each module of a code is, as a lattice found them.
final class ModuleValues {
    private static final double AROUND = 0.22;
    private static final double FINE = 2.2;

    private final int side;
    private final float[] values;

    /// @param side modules a side
    /// @param values row by row, 0 is black, 255 is white; given away
    ModuleValues(int side, float[] values) {
        this.side = side;
        this.values = values;
    }

    /// @param module pixels a module; below two or so the neighbours would be seen beside the centre
    static ModuleValues of(GreyImage image, Lattice lattice, int side, double module) {
        float[] values = new float[side * side];
        double[] xy = new double[2];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double u = column + 0.5;
                double v = row + 0.5;
                lattice.place(u, v, xy);
                double sum = 2 * image.smooth(xy[0], xy[1]);
                double count = 2;
                if (module > FINE) {
                    for (int i = 0; i < 4; i++) {
                        lattice.place(u + (i % 2 == 0 ? -AROUND : AROUND), v + (i < 2 ? -AROUND : AROUND), xy);
                        sum += image.smooth(xy[0], xy[1]);
                    }
                    count += 4;
                }
                values[row * side + column] = (float) (sum / count);
            }
        }
        return new ModuleValues(side, values);
    }

    /// Modules a side.
    int side() {
        return side;
    }

    /// Each module less a share of what its four neighbours have over it: undoes the blur of a lens or of scaling.
    ///
    /// @param share 0 to 1
    ModuleValues sharpened(double share) {
        float[] sharp = new float[values.length];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int at = row * side + column;
                float left = values[column > 0 ? at - 1 : at];
                float right = values[column < side - 1 ? at + 1 : at];
                float above = values[row > 0 ? at - side : at];
                float below = values[row < side - 1 ? at + side : at];
                float mean = (left + right + above + below) / 4;
                sharp[at] = (float) (values[at] + share * (values[at] - mean));
            }
        }
        return new ModuleValues(side, sharp);
    }

    /// What each module is darker than the middle of its surroundings: above 0 is dark.
    ///
    /// @param reach the surroundings are a square of twice that and one
    float[] darkness(int reach) {
        double[] sums = sums();
        float[] darkness = new float[values.length];
        for (int row = 0; row < side; row++) {
            int top = Math.max(0, row - reach);
            int bottom = Math.min(side, row + reach + 1);
            for (int column = 0; column < side; column++) {
                int left = Math.max(0, column - reach);
                int right = Math.min(side, column + reach + 1);
                double sum = sums[bottom * (side + 1) + right]
                        - sums[top * (side + 1) + right]
                        - sums[bottom * (side + 1) + left]
                        + sums[top * (side + 1) + left];
                int at = row * side + column;
                darkness[at] = (float) (sum / ((bottom - top) * (right - left)) - values[at]);
            }
        }
        return darkness;
    }

    /// What each module is darker than the middle between the darkest and the lightest around it.
    float[] darknessByRange(int reach) {
        float[] darkness = new float[values.length];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                float least = 255;
                float most = 0;
                for (int r = Math.max(0, row - reach); r < Math.min(side, row + reach + 1); r++) {
                    for (int c = Math.max(0, column - reach); c < Math.min(side, column + reach + 1); c++) {
                        least = Math.min(least, values[r * side + c]);
                        most = Math.max(most, values[r * side + c]);
                    }
                }
                int at = row * side + column;
                darkness[at] = (least + most) / 2 - values[at];
            }
        }
        return darkness;
    }

    /// What each module is darker than one threshold for all, which parts dark and light best (Otsu).
    float[] darknessByOtsu() {
        float threshold = otsu();
        float[] darkness = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            darkness[i] = threshold - values[i];
        }
        return darkness;
    }

    private float otsu() {
        int[] histogram = new int[256];
        double total = 0;
        for (float value : values) {
            int bin = Math.clamp((int) value, 0, 255);
            histogram[bin]++;
            total += bin;
        }
        double below = 0;
        int count = 0;
        double best = -1;
        float threshold = 128;
        for (int bin = 0; bin < 255; bin++) {
            count += histogram[bin];
            below += (double) bin * histogram[bin];
            int rest = values.length - count;
            if (count > 0 && rest > 0) {
                double gap = below / count - (total - below) / rest;
                double spread = gap * gap * count * rest;
                if (spread > best) {
                    best = spread;
                    threshold = bin + 1f;
                }
            }
        }
        return threshold;
    }

    private double[] sums() {
        double[] sums = new double[(side + 1) * (side + 1)];
        for (int row = 0; row < side; row++) {
            double line = 0;
            for (int column = 0; column < side; column++) {
                line += values[row * side + column];
                sums[(row + 1) * (side + 1) + column + 1] = sums[row * (side + 1) + column + 1] + line;
            }
        }
        return sums;
    }
}
