package dev.tessera.scan.detect;

import dev.tessera.scan.detect.Symbol.Point;
import java.util.List;

/// A large code on an uneven page: a flat lattice, and at each crossing of the alignment lines what the page is off
/// there; between the crossings, and a little beyond, the moves are linear.
final class MeshLattice implements Lattice {
    private static final double LOOKED_AROUND = 2.5;
    private static final double LIKE_ENOUGH = 0.45;

    private final Homography flat;
    private final double[] lines;
    private final double[][] dx;
    private final double[][] dy;

    private MeshLattice(Homography flat, int[] lines) {
        this.flat = flat;
        this.lines = new double[lines.length];
        for (int i = 0; i < lines.length; i++) {
            this.lines[i] = lines[i] + 0.5;
        }
        dx = new double[lines.length][lines.length];
        dy = new double[lines.length][lines.length];
    }

    /// Looks for every alignment pattern, each where its neighbours let it be expected.
    static MeshLattice fitted(GreyImage image, Homography flat, Layout layout, double contrast) {
        MeshLattice mesh = new MeshLattice(flat, layout.alignmentLines());
        int count = mesh.lines.length;
        for (int diagonal = 0; diagonal <= 2 * (count - 1); diagonal++) {
            for (int row = Math.max(0, diagonal - count + 1); row < Math.min(count, diagonal + 1); row++) {
                int column = diagonal - row;
                mesh.expect(row, column);
                if (layout.hasAlignment(column, row)) {
                    mesh.look(image, row, column, contrast);
                }
            }
        }
        return mesh;
    }

    /// As the page goes on from its neighbours towards the upper left: in a plane through three of them, along
    /// the edges in a line through two.
    private void expect(int row, int column) {
        dx[row][column] = expected(dx, row, column);
        dy[row][column] = expected(dy, row, column);
    }

    private static double expected(double[][] moves, int row, int column) {
        if (row > 0 && column > 0) {
            return moves[row - 1][column] + moves[row][column - 1] - moves[row - 1][column - 1];
        }
        if (row + column < 2) {
            return row + column == 0 ? 0 : moves[0][0];
        }
        return row > 0 ? 2 * moves[row - 1][0] - moves[row - 2][0] : 2 * moves[0][column - 1] - moves[0][column - 2];
    }

    private void look(GreyImage image, int row, int column, double contrast) {
        double[] moved = {dx[row][column], dy[row][column]};
        Lattice expected = (u, v, xy) -> {
            flat.place(u, v, xy);
            xy[0] += moved[0];
            xy[1] += moved[1];
        };
        List<AlignmentSearch.Candidate> found = new AlignmentSearch(
                        image, expected, lines[column], lines[row], contrast)
                .find(LOOKED_AROUND, 1, LIKE_ENOUGH);
        if (!found.isEmpty()) {
            Point flatPlace = flat.place(lines[column], lines[row]);
            dx[row][column] = found.getFirst().place().x() - flatPlace.x();
            dy[row][column] = found.getFirst().place().y() - flatPlace.y();
        }
    }

    @Override
    public void place(double u, double v, double[] xy) {
        flat.place(u, v, xy);
        int column = cell(u);
        int row = cell(v);
        double s = share(u, column);
        double t = share(v, row);
        xy[0] += mixed(dx, row, column, s, t);
        xy[1] += mixed(dy, row, column, s, t);
    }

    private static double mixed(double[][] moves, int row, int column, double s, double t) {
        double upper = moves[row][column] * (1 - s) + moves[row][column + 1] * s;
        double lower = moves[row + 1][column] * (1 - s) + moves[row + 1][column + 1] * s;
        return upper * (1 - t) + lower * t;
    }

    private int cell(double place) {
        int cell = 0;
        while (cell < lines.length - 2 && place > lines[cell + 1]) {
            cell++;
        }
        return cell;
    }

    private double share(double place, int cell) {
        return (place - lines[cell]) / (lines[cell + 1] - lines[cell]);
    }
}
