package dev.tessera.scan.detect;

/// Where each place of a code lies in the picture.
interface Lattice {
    /// @param u column, in modules from the code's left edge; the first module's centre is at 0.5
    /// @param v row, in modules from its upper edge
    /// @param xy takes the place, in pixels from the picture's top left; a pixel's centre is at 0.5
    void place(double u, double v, double[] xy);
}
