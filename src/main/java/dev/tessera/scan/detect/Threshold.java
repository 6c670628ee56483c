package dev.tessera.scan.detect;

import java.util.Optional;

/// How a grey picture becomes black and white.
sealed interface Threshold {
    /// The dark pixels of a picture, or nothing if it has too little contrast to tell.
    Optional<DarkPixels> dark(GreyImage image);

    /// A level for each block of 8 by 8 pixels: uneven light.
    record Hybrid() implements Threshold {
        @Override
        public Optional<DarkPixels> dark(GreyImage image) {
            return BlockLevels.areIn(image) ? Optional.of(new BlockLevels(image).dark()) : new Global().dark(image);
        }
    }

    /// One level for all, in the valley of the histogram: clean pictures, and very small modules.
    record Global() implements Threshold {
        @Override
        public Optional<DarkPixels> dark(GreyImage image) {
            var valley = Histogram.of(image).valley();
            return valley.isPresent() ? new Fixed(valley.getAsInt()).dark(image) : Optional.empty();
        }
    }

    /// One given level for all: pictures in which most is glare or shadow.
    ///
    /// @param level what is darker is dark, 1 to 255
    record Fixed(int level) implements Threshold {
        @Override
        public Optional<DarkPixels> dark(GreyImage image) {
            DarkPixels dark = new DarkPixels(image.width(), image.height());
            for (int y = 0; y < image.height(); y++) {
                for (int x = 0; x < image.width(); x += Long.SIZE) {
                    dark.darkenBelow(level, image, x, y, Math.min(Long.SIZE, image.width() - x));
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
        public Optional<DarkPixels> dark(GreyImage image) {
            int width = image.width();
            int height = image.height();
            DarkPixels dark = new DarkPixels(width, height);
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

        private void markRow(GreyImage image, int y, int[] columns, int rows, DarkPixels dark) {
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
                    dark.darken(x, y);
                }
            }
        }
    }
}
