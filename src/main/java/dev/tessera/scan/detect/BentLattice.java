package dev.tessera.scan.detect;

/// A code on a bent page: a flat one, moved by bows that are nothing at its corners and most in the middle of its
/// sides.
final class BentLattice implements Lattice {
    /// Along columns and rows, each with an x and a y, at the near side and at the far side.
    static final int TERMS = 8;

    private final Homography flat;
    private final double side;
    private final double[] terms = new double[TERMS];

    /// @param parameters the bows in pixels, from `first` on: upper, lower, left, right side, an x and a y each
    BentLattice(Homography flat, double side, double[] parameters, int first) {
        this.flat = flat;
        this.side = side;
        System.arraycopy(parameters, first, terms, 0, TERMS);
    }

    @Override
    public void place(double u, double v, double[] xy) {
        flat.place(u, v, xy);
        double s = u / side;
        double t = v / side;
        double across = 4 * s * (1 - s);
        double down = 4 * t * (1 - t);
        xy[0] += across * (terms[0] * (1 - t) + terms[2] * t) + down * (terms[4] * (1 - s) + terms[6] * s);
        xy[1] += across * (terms[1] * (1 - t) + terms[3] * t) + down * (terms[5] * (1 - s) + terms[7] * s);
    }
}
