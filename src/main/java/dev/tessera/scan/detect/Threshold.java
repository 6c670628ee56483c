package dev.tessera.scan.detect;

import com.google.zxing.Binarizer;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.Optional;

/// How a grey picture becomes black and white.
sealed interface Threshold {
    /// The dark pixels of a picture, or nothing if it has too little contrast to tell.
    Optional<BitMatrix> dark(GreyImage image);

    /// ZXing's local threshold over blocks of 8 by 8: uneven light.
    record Hybrid() implements Threshold {
        @Override
        public Optional<BitMatrix> dark(GreyImage image) {
            return of(new HybridBinarizer(source(image)));
        }
    }

    /// ZXing's one threshold for all, in the valley of the histogram: clean pictures, and very small modules.
    record Global() implements Threshold {
        @Override
        public Optional<BitMatrix> dark(GreyImage image) {
            return of(new GlobalHistogramBinarizer(source(image)));
        }
    }

    /// One given threshold for all: pictures in which most is glare or shadow.
    ///
    /// @param level what is darker is dark, 1 to 255
    record Fixed(int level) implements Threshold {
        @Override
        public Optional<BitMatrix> dark(GreyImage image) {
            BitMatrix dark = new BitMatrix(image.width(), image.height());
            for (int y = 0; y < image.height(); y++) {
                for (int x = 0; x < image.width(); x++) {
                    if (image.at(x, y) < level) {
                        dark.set(x, y);
                    }
                }
            }
            return Optional.of(dark);
        }
    }

    /// The mean of a square around each pixel: uneven light, with a window that suits large modules.
    ///
    /// @param reach the square has a side of twice that and one, in pixels
    record LocalMean(int reach) implements Threshold {
        @Override
        public Optional<BitMatrix> dark(GreyImage image) {
            int width = image.width();
            int height = image.height();
            BitMatrix dark = new BitMatrix(width, height);
            int[] columns = new int[width];
            for (int y = 0; y < Math.min(reach, height); y++) {
                add(image, y, columns, 1);
            }
            for (int y = 0; y < height; y++) {
                if (y + reach < height) {
                    add(image, y + reach, columns, 1);
                }
                if (y - reach - 1 >= 0) {
                    add(image, y - reach - 1, columns, -1);
                }
                int rows = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1;
                markRow(image, y, columns, rows, dark);
            }
            return Optional.of(dark);
        }

        private static void add(GreyImage image, int y, int[] columns, int sign) {
            for (int x = 0; x < columns.length; x++) {
                columns[x] += sign * image.at(x, y);
            }
        }

        private void markRow(GreyImage image, int y, int[] columns, int rows, BitMatrix dark) {
            int width = columns.length;
            long sum = 0;
            for (int x = 0; x < Math.min(reach, width); x++) {
                sum += columns[x];
            }
            for (int x = 0; x < width; x++) {
                sum += x + reach < width ? columns[x + reach] : 0;
                sum -= x - reach - 1 >= 0 ? columns[x - reach - 1] : 0;
                long pixels = (long) rows * (Math.min(width - 1, x + reach) - Math.max(0, x - reach) + 1);
                if (image.at(x, y) * pixels < sum - 2 * pixels) {
                    dark.set(x, y);
                }
            }
        }
    }

    private static PlanarYUVLuminanceSource source(GreyImage image) {
        int width = image.width();
        int height = image.height();
        return new PlanarYUVLuminanceSource(image.luma(), width, height, 0, 0, width, height, false);
    }

    private static Optional<BitMatrix> of(Binarizer binarizer) {
        try {
            return Optional.of(binarizer.getBlackMatrix());
        } catch (NotFoundException tooLittleContrast) {
            return Optional.empty();
        }
    }
}
