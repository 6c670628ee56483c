package dev.tessera.scan;

import dev.tessera.scan.detect.GreyImage;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A picture of AWT to its brightness: the eye's weights for red, green and blue, and transparency over a ground.
///
/// The kinds that decoders and screens give are read from their bytes: [BufferedImage#getRGB] takes longer than the
/// search for a code.
final class Luma {
    private Luma() {}

    /// @param ground the brightness on which transparent pixels stand, 0 to 255
    static GreyImage of(BufferedImage image, int ground) {
        byte[] luma = new byte[image.getWidth() * image.getHeight()];
        ColorModel colours = image.getColorModel();
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            // Not through getRGB, which would take grey for linear light and brighten it.
            copySamples(image, luma, null);
        } else if (colours instanceof IndexColorModel palette) {
            copySamples(image, luma, tones(palette, ground));
        } else if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            copyRgb(image.getRaster(), luma);
        } else if (isBytesOfSrgb(image)) {
            copyBytes(image, luma, ground);
        } else {
            copyAny(image, luma, ground);
        }
        return new GreyImage(image.getWidth(), image.getHeight(), luma);
    }

    private static void copySamples(BufferedImage image, byte[] luma, byte @Nullable [] tones) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                luma[y * width + x] = tones == null ? (byte) row[x] : tones[row[x]];
            }
        }
    }

    private static byte[] tones(IndexColorModel palette, int ground) {
        byte[] tones = new byte[1 << palette.getPixelSize()];
        for (int i = 0; i < palette.getMapSize(); i++) {
            tones[i] = over(ground, palette.getRGB(i));
        }
        return tones;
    }

    private static void copyRgb(Raster raster, byte[] luma) {
        int[] pixels = ((DataBufferInt) raster.getDataBuffer()).getData();
        var model = (SinglePixelPackedSampleModel) raster.getSampleModel();
        int width = raster.getWidth();
        for (int y = 0; y < raster.getHeight(); y++) {
            int at = raster.getDataBuffer().getOffset()
                    + model.getOffset(-raster.getSampleModelTranslateX(), y - raster.getSampleModelTranslateY());
            for (int x = 0; x < width; x++) {
                int pixel = pixels[at + x];
                luma[y * width + x] = luma(pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF);
            }
        }
    }

    /// Red, green, blue and perhaps alpha, a byte each and next to each other, in any order.
    private static boolean isBytesOfSrgb(BufferedImage image) {
        return image.getColorModel() instanceof ComponentColorModel colours
                && colours.getColorSpace().isCS_sRGB()
                && !colours.isAlphaPremultiplied()
                && Arrays.stream(colours.getComponentSize()).allMatch(bits -> bits == Byte.SIZE)
                && image.getRaster().getSampleModel() instanceof PixelInterleavedSampleModel
                && image.getRaster().getDataBuffer() instanceof DataBufferByte;
    }

    private static void copyBytes(BufferedImage image, byte[] luma, int ground) {
        Raster raster = image.getRaster();
        byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
        var model = (PixelInterleavedSampleModel) raster.getSampleModel();
        int[] bands = model.getBandOffsets();
        int width = image.getWidth();
        for (int y = 0; y < image.getHeight(); y++) {
            int at = raster.getDataBuffer().getOffset()
                    + (y - raster.getSampleModelTranslateY()) * model.getScanlineStride()
                    - raster.getSampleModelTranslateX() * model.getPixelStride();
            if (bands.length == 3 && model.getPixelStride() == 3) {
                copySolid(bytes, at, bands, luma, y * width, width);
            } else {
                for (int x = 0; x < width; x++) {
                    int pixel = at + x * model.getPixelStride();
                    byte solid = luma(bytes[pixel + bands[0]], bytes[pixel + bands[1]], bytes[pixel + bands[2]]);
                    luma[y * width + x] =
                            bands.length == 3 ? solid : over(ground, solid, bytes[pixel + bands[3]] & 0xFF);
                }
            }
        }
    }

    /// Most pictures are made of such rows. With nothing in the loop that may change, it takes a fifth of the time.
    private static void copySolid(byte[] bytes, int from, int[] bands, byte[] luma, int to, int width) {
        int red = from + bands[0];
        int green = from + bands[1];
        int blue = from + bands[2];
        for (int x = 0; x < width; x++) {
            luma[to + x] = luma(bytes[red + 3 * x], bytes[green + 3 * x], bytes[blue + 3 * x]);
        }
    }

    private static void copyAny(BufferedImage image, byte[] luma, int ground) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                luma[y * width + x] = over(ground, row[x]);
            }
        }
    }

    private static byte over(int ground, int argb) {
        return over(ground, luma(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF), argb >>> 24);
    }

    private static byte over(int ground, byte solid, int alpha) {
        return (byte) (((solid & 0xFF) * alpha + ground * (255 - alpha) + 127) / 255);
    }

    private static byte luma(byte red, byte green, byte blue) {
        return luma(red & 0xFF, green & 0xFF, blue & 0xFF);
    }

    /// The weights of ITU-R BT.601, in 1/1024.
    private static byte luma(int red, int green, int blue) {
        return (byte) ((306 * red + 601 * green + 117 * blue + 512) >> 10);
    }
}
