package dev.tessera.scan.detect;

/// The level between dark and light in each block of 8 by 8 pixels of a picture: the mean of the blocks around
/// it, where a block without contrast takes the level of its neighbours, if it may be the dark part of what they show.
///
/// The last blocks of a row and a column overlap those before, so that all are whole.
final class BlockLevels {
    private static final int SIDE = 8;
    private static final int LEAST_CONTRAST = 24;
    private static final int REACH = 2;
    private static final int AROUND = 2 * REACH + 1;

    private final GreyImage image;
    private final int columns;
    private final int rows;
    private final int[] levels;

    /// Whether a picture has blocks enough.
    static boolean areIn(GreyImage image) {
        return Math.min(image.width(), image.height()) >= SIDE * AROUND;
    }

    /// @param image [of a size][#areIn]
    BlockLevels(GreyImage image) {
        this.image = image;
        columns = (image.width() + SIDE - 1) / SIDE;
        rows = (image.height() + SIDE - 1) / SIDE;
        levels = new int[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                levels[row * columns + column] = level(column, row);
            }
        }
    }

    DarkPixels dark() {
        DarkPixels dark = new DarkPixels(image.width(), image.height());
        for (int row = 0; row < rows; row++) {
            int[] sums = sums(Math.clamp(row, REACH, rows - REACH - 1));
            for (int column = 0; column < columns; column++) {
                int middle = Math.clamp(column, REACH, columns - REACH - 1);
                int sum = 0;
                for (int by = -REACH; by <= REACH; by++) {
                    sum += sums[middle + by];
                }
                int level = sum / (AROUND * AROUND);
                for (int y = 0; y < SIDE; y++) {
                    dark.darkenBelow(level + 1, image, left(column), top(row) + y, SIDE);
                }
            }
        }
        return dark;
    }

    /// For each column of blocks, the sum of the levels above and below a row.
    private int[] sums(int row) {
        int[] sums = new int[columns];
        for (int by = -REACH; by <= REACH; by++) {
            for (int column = 0; column < columns; column++) {
                sums[column] += levels[(row + by) * columns + column];
            }
        }
        return sums;
    }

    private int level(int column, int row) {
        byte[] luma = image.luma();
        int sum = 0;
        int least = 0xFF;
        int most = 0;
        for (int y = 0; y < SIDE; y++) {
            int from = (top(row) + y) * image.width() + left(column);
            for (int x = 0; x < SIDE; x++) {
                int pixel = luma[from + x] & 0xFF;
                sum += pixel;
                least = Math.min(least, pixel);
                most = Math.max(most, pixel);
            }
        }
        return most - least > LEAST_CONTRAST ? sum / (SIDE * SIDE) : plainLevel(column, row, least);
    }

    /// Taken for light, unless what was seen above and to the left tells that it is dark.
    private int plainLevel(int column, int row, int least) {
        if (row > 0 && column > 0) {
            int here = row * columns + column;
            int around = (levels[here - columns] + 2 * levels[here - 1] + levels[here - columns - 1]) / 4;
            if (least < around) {
                return around;
            }
        }
        return least / 2;
    }

    private int left(int column) {
        return Math.min(column * SIDE, image.width() - SIDE);
    }

    private int top(int row) {
        return Math.min(row * SIDE, image.height() - SIDE);
    }
}
