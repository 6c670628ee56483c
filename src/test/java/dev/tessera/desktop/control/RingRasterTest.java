package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RingRasterTest {
    private static final double RADIUS = 16;
    private static final double WIDTH = 4;

    @ParameterizedTest
    @CsvSource({
        "0, 360, 1",
        "0, 360, 1.25",
        "0, 360, 2",
        "0, 348, 1",
        "0, 200, 1.5",
        "0, 180, 1",
        "9, 54, 1",
        "300, 54, 2",
        "9, 342, 1"
    })
    void coversAsMuchAsTheArcIsLarge(double start, double sweep, double scale) {
        var ring = ring(scale);
        ring.arc(start, sweep, WIDTH, false, Color.BLACK);
        assertThat(covered(ring) / (scale * scale))
                .isCloseTo(Math.PI * 2 * RADIUS * WIDTH * sweep / 360, withinPercentage(2));
    }

    @Test
    void roundEndsAreHalfCirclesBeyondTheEnds() {
        var ring = ring(2);
        ring.arc(0, 90, WIDTH, true, Color.BLACK);
        assertThat(covered(ring) / 4)
                .isCloseTo(Math.PI * 2 * RADIUS * WIDTH / 4 + Math.PI * WIDTH * WIDTH / 4, withinPercentage(2));
        assertThat(alpha(ring, -1.5, -RADIUS)).isPositive();
        assertThat(alpha(ring, -2.6, -RADIUS)).isZero();
    }

    /// At the top, on the right, below and on the left.
    @ParameterizedTest
    @ValueSource(doubles = {45, 135, 225, 315})
    void goesClockwiseFromTheTop(double degrees) {
        var ring = ring(1);
        ring.arc(degrees - 20, 40, WIDTH, false, Color.BLACK);
        for (int other = 45; other < 360; other += 90) {
            double angle = Math.toRadians(other);
            int alpha = alpha(ring, RADIUS * Math.sin(angle), -RADIUS * Math.cos(angle));
            assertThat(alpha).as("at %d degrees", other).isEqualTo(other == degrees ? 255 : 0);
        }
    }

    @Test
    void aWholeCircleHasNoSeam() {
        var ring = ring(1);
        ring.arc(0, 360, WIDTH, true, Color.BLACK);
        for (int degrees = 0; degrees < 360; degrees++) {
            double angle = Math.toRadians(degrees);
            assertThat(alpha(ring, RADIUS * Math.sin(angle), -RADIUS * Math.cos(angle)))
                    .as("at %d degrees", degrees)
                    .isEqualTo(255);
        }
    }

    @Test
    void coloursLieOverEachOther() {
        var ring = ring(1);
        ring.arc(0, 360, WIDTH, false, Color.rgb(200, 0, 0));
        ring.arc(0, 90, WIDTH, false, Color.rgb(0, 100, 0, 0.5));
        assertThat(Integer.toHexString(pixel(ring, RADIUS * Math.sin(1), -RADIUS * Math.cos(1))))
                .isEqualTo("ff643200");
        assertThat(Integer.toHexString(pixel(ring, -RADIUS * Math.sin(1), -RADIUS * Math.cos(1))))
                .isEqualTo("ffc80000");
        assertThat(pixel(ring, 0, 0)).isZero();
    }

    private static RingRaster ring(double scale) {
        return new RingRaster(40, RADIUS, scale);
    }

    private static double covered(RingRaster ring) {
        return IntStream.of(ring.pixels())
                .mapToDouble(pixel -> (pixel >>> 24) / 255.0)
                .sum();
    }

    private static int alpha(RingRaster ring, double x, double y) {
        return pixel(ring, x, y) >>> 24;
    }

    /// The dot at a place that is seen from the middle.
    private static int pixel(RingRaster ring, double x, double y) {
        double scale = ring.dots() / 40.0;
        int row = (int) Math.floor((20 + y) * scale);
        int column = (int) Math.floor((20 + x) * scale);
        return ring.pixels()[row * ring.dots() + column];
    }
}
