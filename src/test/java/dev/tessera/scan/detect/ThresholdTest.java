package dev.tessera.scan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.Binarizer;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The two thresholds that ZXing has as well tell the same pixels dark.
class ThresholdTest {
    private final Random random = new Random(8);

    @ParameterizedTest
    @ValueSource(ints = {8, 39, 40, 41, 47, 63, 64, 65, 71, 72, 127, 128, 129, 200})
    void theLevelOfBlocksIsThatOfZxing(int width) {
        for (int i = 0; i < 40; i++) {
            GreyImage image = picture(width, 30 + random.nextInt(60));
            assertSame(image, new Threshold.Hybrid(), HybridBinarizer::new);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 63, 64, 65, 200})
    void theValleyIsThatOfZxing(int width) {
        for (int i = 0; i < 40; i++) {
            GreyImage image = picture(width, 30 + random.nextInt(60));
            assertSame(image, new Threshold.Global(), GlobalHistogramBinarizer::new);
        }
    }

    @Test
    void aBlankPictureHasNoValley() {
        assertThat(new Threshold.Global().dark(new GreyImage(100, 100, new byte[10_000])))
                .isEmpty();
    }

    @Test
    void edgesAreWhereTheColourChanges() {
        for (int width = 1; width < 200; width++) {
            GreyImage image = picture(width, 3);
            DarkPixels dark = new Threshold.Fixed(128).dark(image).orElseThrow();
            int[] edges = new int[width + 2];
            int count = dark.edges(1, edges);
            assertThat(edges[0]).isZero();
            assertThat(edges[count - 1]).isEqualTo(width);
            int next = 1;
            for (int x = 1; x < width; x++) {
                if (image.at(x, 1) < 128 != image.at(x - 1, 1) < 128) {
                    assertThat(edges[next++]).isEqualTo(x);
                }
            }
            assertThat(count).isEqualTo(next + 1);
        }
    }

    private static void assertSame(
            GreyImage image, Threshold threshold, Function<PlanarYUVLuminanceSource, Binarizer> zxing) {
        BitMatrix expected;
        try {
            expected = zxing.apply(new PlanarYUVLuminanceSource(
                            image.luma(), image.width(), image.height(), 0, 0, image.width(), image.height(), false))
                    .getBlackMatrix();
        } catch (NotFoundException _) {
            assertThat(threshold.dark(image)).isEmpty();
            return;
        }
        DarkPixels dark = threshold.dark(image).orElseThrow();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                assertThat(dark.isDark(x, y)).as("%d, %d", x, y).isEqualTo(expected.get(x, y));
            }
        }
    }

    /// Squares of some brightness on a slope, with noise: blocks with and without contrast.
    private GreyImage picture(int width, int height) {
        byte[] luma = new byte[width * height];
        int module = 1 + random.nextInt(20);
        int noise = 1 + random.nextInt(40);
        int slope = random.nextInt(100);
        int[] tones = random.ints(400, 0, 150).toArray();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int tone = tones[(x / module * 7 + y / module * 13) % tones.length];
                luma[y * width + x] =
                        (byte) Math.clamp(tone + (long) slope * x / width + random.nextInt(noise), 0, 255);
            }
        }
        return new GreyImage(width, height, luma);
    }
}
