package dev.tessera.scan.detect;

import java.util.Arrays;

/// A picture of brightness alone: a byte a pixel, 0 is black, 255 is white, row by row from the top left.
///
/// It is a value: whoever hands over the array gives it away.
public final class GreyImage {
    /// What a picture may have at most: what is larger is told apart before it is decoded.
    public static final long MAX_PIXELS = 100_000_000;

    private static final int DRAWN_ROWS = 64;
    private static final double DRAWN_SHARE = 0.6;

    private final int width;
    private final int height;
    private final byte[] luma;

    /// @throws IllegalArgumentException if the array does not fit the size, or there are no or too many pixels
    public GreyImage(int width, int height, byte[] luma) {
        if (width < 1 || height < 1 || (long) width * height > MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "a picture has 1 to %d pixels, not %d x %d".formatted(MAX_PIXELS, width, height));
        }
        if (luma.length != width * height) {
            throw new IllegalArgumentException(
                    "%d bytes for a picture of %d x %d".formatted(luma.length, width, height));
        }
        this.width = width;
        this.height = height;
        this.luma = luma;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    long pixels() {
        return (long) width * height;
    }

    /// The brightness of a pixel, 0 to 255.
    public int at(int x, int y) {
        return luma[y * width + x] & 0xFF;
    }

    /// The brightness at a place between the centres of pixels, from the four around it; beyond the edge that of the
    /// edge.
    double smooth(double x, double y) {
        double px = within(x - 0.5, width - 1.001);
        double py = within(y - 0.5, height - 1.001);
        int left = (int) px;
        int top = (int) py;
        double right = px - left;
        double below = py - top;
        int at = top * width + left;
        int down = top + 1 < height ? width : 0;
        int next = left + 1 < width ? 1 : 0;
        double upper = (luma[at] & 0xFF) * (1 - right) + (luma[at + next] & 0xFF) * right;
        double lower = (luma[at + down] & 0xFF) * (1 - right) + (luma[at + down + next] & 0xFF) * right;
        return upper * (1 - below) + lower * below;
    }

    /// As `Math.clamp` from 0, which is slow where most of the time goes.
    private static double within(double value, double most) {
        return value > 0 ? Math.min(value, most) : 0;
    }

    /// Each pixel the mean of the five by five around it: without the noise of a dark room.
    GreyImage softened() {
        byte[] soft = new byte[luma.length];
        int[] columns = new int[width];
        for (int y = -2; y < height; y++) {
            for (int x = 0; x < width; x++) {
                columns[x] += y + 2 < height ? at(x, y + 2) : 0;
                columns[x] -= y >= 3 ? at(x, y - 3) : 0;
            }
            if (y >= 0) {
                softenRow(y, columns, soft);
            }
        }
        return new GreyImage(width, height, soft);
    }

    private void softenRow(int y, int[] columns, byte[] soft) {
        int rows = Math.min(height - 1, y + 2) - Math.max(0, y - 2) + 1;
        int sum = 0;
        for (int x = -2; x < width; x++) {
            sum += x + 2 < width ? columns[x + 2] : 0;
            sum -= x >= 3 ? columns[x - 3] : 0;
            if (x >= 0) {
                int pixels = rows * (Math.min(width - 1, x + 2) - Math.max(0, x - 2) + 1);
                soft[y * width + x] = (byte) ((sum + pixels / 2) / pixels);
            }
        }
    }

    /// Whether a computer drew it: most neighbours are equal, which no camera achieves.
    boolean isDrawn() {
        int equal = 0;
        int looked = 0;
        int step = Math.max(1, height / DRAWN_ROWS);
        for (int y = step / 2; y < height; y += step) {
            for (int x = 1; x < width; x++) {
                equal += luma[y * width + x] == luma[y * width + x - 1] ? 1 : 0;
                looked++;
            }
        }
        return equal > DRAWN_SHARE * looked;
    }

    /// Light for dark.
    GreyImage inverted() {
        byte[] inverted = new byte[luma.length];
        for (int i = 0; i < luma.length; i++) {
            inverted[i] = (byte) ~luma[i];
        }
        return new GreyImage(width, height, inverted);
    }

    /// The pixels themselves, not a copy: only to be read.
    byte[] luma() {
        return luma;
    }

    /// Half as wide and high: each pixel is the mean of four.
    GreyImage halved() {
        int halfWidth = width / 2;
        int halfHeight = height / 2;
        byte[] half = new byte[halfWidth * halfHeight];
        for (int y = 0; y < halfHeight; y++) {
            int above = 2 * y * width;
            int below = above + width;
            for (int x = 0; x < halfWidth; x++) {
                int sum = (luma[above + 2 * x] & 0xFF)
                        + (luma[above + 2 * x + 1] & 0xFF)
                        + (luma[below + 2 * x] & 0xFF)
                        + (luma[below + 2 * x + 1] & 0xFF);
                half[y * halfWidth + x] = (byte) ((sum + 2) / 4);
            }
        }
        return new GreyImage(halfWidth, halfHeight, half);
    }

    /// Twice as wide and high, by the cubic curve of Catmull and Rom, which keeps edges steep.
    GreyImage doubled() {
        byte[] wide = new byte[2 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                wide[(y * width + x) * 2] = cubic(left(x, 2, y), left(x, 1, y), at(x, y), left(x, -1, y));
                wide[(y * width + x) * 2 + 1] = cubic(left(x, -2, y), left(x, -1, y), at(x, y), left(x, 1, y));
            }
        }
        GreyImage stretched = new GreyImage(2 * width, height, wide);
        byte[] large = new byte[4 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < 2 * width; x++) {
                int far = stretched.above(x, y, 2);
                int near = stretched.above(x, y, 1);
                int here = stretched.at(x, y);
                int next = stretched.above(x, y, -1);
                large[2 * y * 2 * width + x] = cubic(far, near, here, next);
                large[(2 * y + 1) * 2 * width + x] = cubic(stretched.above(x, y, -2), next, here, near);
            }
        }
        return new GreyImage(2 * width, 2 * height, large);
    }

    /// The same picture within a border of one brightness: for codes that touch the edge.
    GreyImage padded(int border, int brightness) {
        int paddedWidth = width + 2 * border;
        byte[] padded = new byte[paddedWidth * (height + 2 * border)];
        Arrays.fill(padded, (byte) brightness);
        for (int y = 0; y < height; y++) {
            System.arraycopy(luma, y * width, padded, (y + border) * paddedWidth + border, width);
        }
        return new GreyImage(paddedWidth, height + 2 * border, padded);
    }

    private int left(int x, int by, int y) {
        return at(Math.clamp(x - by, 0, width - 1), y);
    }

    private int above(int x, int y, int by) {
        return at(x, Math.clamp(y - by, 0, height - 1));
    }

    /// The curve at a quarter of the way from `here` back to `near`, in 1/128.
    private static byte cubic(int far, int near, int here, int next) {
        return (byte) Math.clamp((-3 * far + 29 * near + 111 * here - 9 * next + 64) >> 7, 0, 255);
    }
}
