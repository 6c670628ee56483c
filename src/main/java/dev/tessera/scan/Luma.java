package dev.tessera.scan;

import dev.tessera.scan.detect.GreyImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;

/// A picture of AWT to its brightness: the eye's weights for red, green and blue, and transparency over a ground.
final class Luma {
    private Luma() {}

    /// @param ground the brightness on which transparent pixels stand, 0 to 255
    static GreyImage of(BufferedImage image, int ground) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] luma = new byte[width * height];
        switch (image.getType()) {
            // Not through getRGB, which would take grey for linear light and brighten it.
            case BufferedImage.TYPE_BYTE_GRAY -> copyGrey(image, luma);
            case BufferedImage.TYPE_3BYTE_BGR -> copyBgr(image, luma);
            case BufferedImage.TYPE_INT_RGB -> copyRgb(image, luma);
            default -> copyAny(image, luma, ground);
        }
        return new GreyImage(width, height, luma);
    }

    private static void copyGrey(BufferedImage image, byte[] luma) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                luma[y * width + x] = (byte) row[x];
            }
        }
    }

    private static void copyBgr(BufferedImage image, byte[] luma) {
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        if (bytes.length != 3 * luma.length) {
            copyAny(image, luma, 0); // a part of a larger picture, which it shares the bytes of
            return;
        }
        for (int i = 0; i < luma.length; i++) {
            luma[i] = luma(bytes[3 * i + 2] & 0xFF, bytes[3 * i + 1] & 0xFF, bytes[3 * i] & 0xFF);
        }
    }

    private static void copyRgb(BufferedImage image, byte[] luma) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        if (pixels.length != luma.length) {
            copyAny(image, luma, 0);
            return;
        }
        for (int i = 0; i < luma.length; i++) {
            luma[i] = luma(pixels[i] >> 16 & 0xFF, pixels[i] >> 8 & 0xFF, pixels[i] & 0xFF);
        }
    }

    private static void copyAny(BufferedImage image, byte[] luma, int ground) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int alpha = row[x] >>> 24;
                int solid = luma(row[x] >> 16 & 0xFF, row[x] >> 8 & 0xFF, row[x] & 0xFF) & 0xFF;
                luma[y * width + x] = (byte) ((solid * alpha + ground * (255 - alpha) + 127) / 255);
            }
        }
    }

    /// The weights of ITU-R BT.601, in 1/1024.
    private static byte luma(int red, int green, int blue) {
        return (byte) ((306 * red + 601 * green + 117 * blue + 512) >> 10);
    }
}
