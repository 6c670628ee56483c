package dev.tessera.scan.detect;

/// Which pixels of a picture are dark: a bit a pixel, each row from a new word on.
final class DarkPixels {
    private final int width;
    private final int height;
    private final int stride;
    private final long[] words;

    /// All light.
    DarkPixels(int width, int height) {
        this.width = width;
        this.height = height;
        stride = (width + Long.SIZE - 1) / Long.SIZE;
        words = new long[stride * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isDark(int x, int y) {
        return (words[y * stride + (x >> 6)] & 1L << x) != 0;
    }

    void darken(int x, int y) {
        words[y * stride + (x >> 6)] |= 1L << x;
    }

    /// Darkens those of `count` pixels from a place to the right whose brightness is below a level.
    ///
    /// @param count 1 to 64
    void darkenBelow(int level, GreyImage image, int x, int y, int count) {
        byte[] luma = image.luma();
        int from = y * width + x;
        long dark = 0;
        for (int i = 0; i < count; i++) {
            // The sign of the difference, without a jump that no processor could foretell.
            dark |= (long) (((luma[from + i] & 0xFF) - level) >>> 31) << i;
        }
        int word = y * stride + (x >> 6);
        words[word] |= dark << x;
        if ((x & 63) + count > Long.SIZE) {
            words[word + 1] |= dark >>> -x;
        }
    }

    /// The places of a row where the colour changes, its start and end included.
    ///
    /// @param edges takes the places; holds two more than a row has pixels
    /// @return how many there are
    int edges(int y, int[] edges) {
        int count = 0;
        edges[count++] = 0;
        long last = words[y * stride] & 1;
        for (int i = 0; i < stride; i++) {
            long word = words[y * stride + i];
            long changes = word ^ (word << 1 | last);
            last = word >>> 63;
            while (changes != 0) {
                int x = i * Long.SIZE + Long.numberOfTrailingZeros(changes);
                if (x < width) {
                    edges[count++] = x;
                }
                changes &= changes - 1;
            }
        }
        edges[count++] = width;
        return count;
    }
}
