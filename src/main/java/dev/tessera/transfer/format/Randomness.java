package dev.tessera.transfer.format;

import dev.tessera.transfer.ImportFile;

/// Tells what may be sealed without any mark from what has a structure of its own.
final class Randomness {
    private static final int VALUES = 256;

    private Randomness() {}

    /// Whether no byte is much more frequent than among random ones: at most six standard deviations above the
    /// mean, and some more for short files.
    static boolean isLikely(ImportFile file) {
        byte[] bytes = file.bytes(0, file.length());
        int[] counts = new int[VALUES];
        int most = 0;
        for (byte value : bytes) {
            most = Math.max(most, ++counts[value & 0xff]);
        }
        double mean = (double) bytes.length / VALUES;
        return most <= mean + 6 * Math.sqrt(mean) + 6;
    }
}
