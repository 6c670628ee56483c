package dev.tessera.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.scan.detect.GreyImage;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of picture gives the brightness that its colours have, read the slow way.
class LumaTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    static Stream<Arguments> kinds() {
        byte[] every = new byte[256];
        new Random(7).nextBytes(every);
        return Stream.of(
                Arguments.of("the RGB of a PNG", interleaved(false, 0, 1, 2)),
                Arguments.of("the RGBA of a PNG", interleaved(true, 0, 1, 2, 3)),
                Arguments.of("a JPEG", new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR)),
                Arguments.of("ABGR", new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_4BYTE_ABGR)),
                Arguments.of("ABGR premultiplied", new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_4BYTE_ABGR_PRE)),
                Arguments.of("a screen", new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB)),
                Arguments.of("ARGB", new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB)),
                Arguments.of("BGR in an int", new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_BGR)),
                Arguments.of("565", new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_565_RGB)),
                Arguments.of(
                        "a palette of bytes",
                        new BufferedImage(
                                WIDTH,
                                HEIGHT,
                                BufferedImage.TYPE_BYTE_INDEXED,
                                new IndexColorModel(8, 256, every, every, every, every))),
                Arguments.of(
                        "a palette of two bits",
                        new BufferedImage(
                                WIDTH,
                                HEIGHT,
                                BufferedImage.TYPE_BYTE_BINARY,
                                new IndexColorModel(2, 4, every, every, every))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void brightnessIsThatOfTheColours(String kind, BufferedImage image) {
        fill(image);
        for (int ground : List.of(0, 255)) {
            assertThat(pixels(Luma.of(image, ground))).as(kind).isEqualTo(slowly(image, ground));
        }
    }

    @ParameterizedTest(name = "part of {0}")
    @MethodSource("kinds")
    void partOfAPictureIsThatPart(String kind, BufferedImage image) {
        fill(image);
        BufferedImage part = image.getSubimage(5, 3, 20, 11);

        assertThat(pixels(Luma.of(part, 255))).as(kind).isEqualTo(slowly(part, 255));
    }

    @Test
    void greyKeepsItsOwnValues() {
        var image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 256; x++) {
            image.getRaster().setSample(x, 0, 0, x);
        }

        int[] pixels = pixels(Luma.of(image, 255));

        for (int x = 0; x < 256; x++) {
            assertThat(pixels[x]).isEqualTo(x);
        }
    }

    private static BufferedImage interleaved(boolean alpha, int... bands) {
        var colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), alpha, false, alpha ? 3 : 1, DataBuffer.TYPE_BYTE);
        var raster = Raster.createInterleavedRaster(
                DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, WIDTH * bands.length, bands.length, bands, null);
        return new BufferedImage(colours, raster, false, null);
    }

    private static void fill(BufferedImage image) {
        var random = new Random(4226);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
    }

    private static int[] slowly(BufferedImage image, int ground) {
        int[] luma = new int[image.getWidth() * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                int alpha = argb >>> 24;
                int solid = (306 * (argb >> 16 & 0xFF) + 601 * (argb >> 8 & 0xFF) + 117 * (argb & 0xFF) + 512) / 1024;
                luma[y * image.getWidth() + x] = (solid * alpha + ground * (255 - alpha) + 127) / 255;
            }
        }
        return luma;
    }

    private static int[] pixels(GreyImage grey) {
        int[] pixels = new int[grey.width() * grey.height()];
        for (int y = 0; y < grey.height(); y++) {
            for (int x = 0; x < grey.width(); x++) {
                pixels[y * grey.width() + x] = grey.at(x, y);
            }
        }
        return pixels;
    }
}
