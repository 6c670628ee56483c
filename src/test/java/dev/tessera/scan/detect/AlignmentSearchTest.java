package dev.tessera.scan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.scan.detect.Symbol.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlignmentSearchTest {
    private static final int SIDE = 60;
    /// Between two pixels the brightness is a line, and only here it bends.
    private static final double MIDDLE = SIDE / 2.0 + 0.5;
    private static final double REACH = 3;

    /// Where modules are far smaller than pixels, a place was once followed across the picture, for seconds.
    @Test
    void itStaysNearby() {
        var random = new Random(1);
        for (int i = 0; i < 200; i++) {
            var image = noise(random);
            double module = Math.pow(10, -random.nextInt(1, 4));
            Lattice lattice = (u, v, xy) -> {
                xy[0] = MIDDLE + (u - 10) * module;
                xy[1] = MIDDLE + (v - 10) * module;
            };
            var found = new AlignmentSearch(image, lattice, 10, 10, 100).find(REACH, 3, -10);
            assertThat(found)
                    .isNotEmpty()
                    .allSatisfy(candidate -> assertThat(
                                    candidate.place().distanceTo(new Point(MIDDLE, MIDDLE)) / module)
                            .isLessThan(REACH + 15));
        }
    }

    private static GreyImage noise(Random random) {
        byte[] luma = new byte[SIDE * SIDE];
        random.nextBytes(luma);
        return new GreyImage(SIDE, SIDE, luma);
    }
}
