package dev.tessera.scan.detect;

import com.google.zxing.NotFoundException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GridSampler;
import com.google.zxing.common.PerspectiveTransform;
import com.google.zxing.qrcode.detector.AlignmentPattern;
import com.google.zxing.qrcode.detector.Detector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Lays the grid of modules over three corner squares: how many modules a side has, and where the fourth corner is.
final class Grid extends Detector {
    private final BitMatrix bits;
    private final Triple triple;
    private final double module;

    /// @param bits a picture in which the code is dark on light
    Grid(BitMatrix bits, Triple triple) {
        super(bits);
        this.bits = bits;
        this.triple = triple;
        float measured =
                calculateModuleSize(point(triple.topLeft()), point(triple.topRight()), point(triple.bottomLeft()));
        this.module = measured >= 0.5 ? measured : triple.module();
    }

    /// A grid to try.
    ///
    /// @param dimension modules a side
    /// @param toPicture from modules to pixels
    /// @param timing which part of the two timing lines alternates as it should, 0 to 1
    record Fit(int dimension, PerspectiveTransform toPicture, double timing) {}

    /// The grids worth trying, the likeliest first.
    List<Fit> fits() {
        List<Fit> fits = new ArrayList<>();
        for (Fit flat : flatFits()) {
            fits.addAll(alignedFits(flat));
            fits.add(flat);
        }
        return fits;
    }

    /// The modules under a grid, or nothing if it leaves the picture.
    Optional<BitMatrix> sample(Fit fit) {
        try {
            return Optional.of(GridSampler.getInstance().sampleGrid(bits, fit.dimension, fit.dimension, fit.toPicture));
        } catch (NotFoundException outside) {
            return Optional.empty();
        }
    }

    /// The number of modules follows from the distance of the squares; with large codes it may be off by a
    /// version or two, so the timing lines decide.
    private List<Fit> flatFits() {
        double span = (triple.topLeft().distanceTo(triple.topRight())
                        + triple.topLeft().distanceTo(triple.bottomLeft()))
                / 2;
        double estimate = span / module + 7;
        int nearest = (int) Math.round((estimate - 17) / 4);
        int reach = 1 + nearest / 8;
        return IntStream.rangeClosed(Math.max(1, nearest - reach), Math.min(40, nearest + reach))
                .mapToObj(version -> flatFit(17 + 4 * version))
                .sorted(Comparator.comparingDouble(fit -> -fit.timing))
                .limit(2)
                .toList();
    }

    private Fit flatFit(int dimension) {
        double x = triple.topRight().x()
                - triple.topLeft().x()
                + triple.bottomLeft().x();
        double y = triple.topRight().y()
                - triple.topLeft().y()
                + triple.bottomLeft().y();
        PerspectiveTransform toPicture = transform(dimension, dimension - 3.5f, x, y);
        return new Fit(dimension, toPicture, timing(dimension, toPicture));
    }

    /// The alignment pattern near the fourth corner tells the perspective. It is looked for ever farther around.
    private List<Fit> alignedFits(Fit flat) {
        List<Fit> fits = new ArrayList<>();
        if (flat.dimension < 25) {
            return fits;
        }
        float place = flat.dimension - 6.5f;
        float[] expected = {place, place};
        flat.toPicture.transformPoints(expected);
        ResultPoint last = null;
        for (int reach = 4; reach <= 16; reach *= 2) {
            try {
                AlignmentPattern found =
                        findAlignmentInRegion((float) module, (int) expected[0], (int) expected[1], reach);
                if (last == null || ResultPoint.distance(last, found) > module / 2) {
                    PerspectiveTransform toPicture = transform(flat.dimension, place, found.getX(), found.getY());
                    fits.add(new Fit(flat.dimension, toPicture, timing(flat.dimension, toPicture)));
                    last = found;
                }
            } catch (NotFoundException _) {
                // Not within this reach: the next one is wider.
            }
        }
        return fits;
    }

    private double timing(int dimension, PerspectiveTransform toPicture) {
        int right = 0;
        float[] place = new float[2];
        for (int i = 8; i < dimension - 8; i++) {
            right += isTimed(i + 0.5f, 6.5f, i, toPicture, place) ? 1 : 0;
            right += isTimed(6.5f, i + 0.5f, i, toPicture, place) ? 1 : 0;
        }
        return right / (2.0 * (dimension - 16));
    }

    private boolean isTimed(float column, float row, int i, PerspectiveTransform toPicture, float[] place) {
        place[0] = column;
        place[1] = row;
        toPicture.transformPoints(place);
        int x = (int) place[0];
        int y = (int) place[1];
        return x >= 0 && y >= 0 && x < bits.getWidth() && y < bits.getHeight() && bits.get(x, y) == (i % 2 == 0);
    }

    private PerspectiveTransform transform(int dimension, float fourth, double x, double y) {
        float far = dimension - 3.5f;
        return PerspectiveTransform.quadrilateralToQuadrilateral(
                3.5f,
                3.5f,
                far,
                3.5f,
                fourth,
                fourth,
                3.5f,
                far,
                (float) triple.topLeft().x(),
                (float) triple.topLeft().y(),
                (float) triple.topRight().x(),
                (float) triple.topRight().y(),
                (float) x,
                (float) y,
                (float) triple.bottomLeft().x(),
                (float) triple.bottomLeft().y());
    }

    private static ResultPoint point(Finder finder) {
        return new ResultPoint((float) finder.x(), (float) finder.y());
    }
}
