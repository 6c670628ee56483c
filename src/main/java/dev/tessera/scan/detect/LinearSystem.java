package dev.tessera.scan.detect;

import java.util.Optional;

/// Linear equations, solved by elimination with row exchange.
final class LinearSystem {
    private static final double SINGULAR = 1e-12;

    private LinearSystem() {}

    /// @param rows n rows of n coefficients and the right side; used up
    /// @return the n unknowns, or nothing if the equations do not tell them
    static Optional<double[]> solve(double[][] rows) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                    pivot = row;
                }
            }
            if (Math.abs(rows[pivot][column]) < SINGULAR) {
                return Optional.empty();
            }
            double[] swapped = rows[column];
            rows[column] = rows[pivot];
            rows[pivot] = swapped;
            eliminate(rows, column);
        }
        double[] unknowns = new double[n];
        for (int i = 0; i < n; i++) {
            unknowns[i] = rows[i][n] / rows[i][i];
        }
        return Optional.of(unknowns);
    }

    private static void eliminate(double[][] rows, int column) {
        for (int row = 0; row < rows.length; row++) {
            double factor = row == column ? 0 : rows[row][column] / rows[column][column];
            if (factor != 0) {
                for (int i = column; i < rows[row].length; i++) {
                    rows[row][i] -= factor * rows[column][i];
                }
            }
        }
    }
}
