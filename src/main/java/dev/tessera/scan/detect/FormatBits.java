package dev.tessera.scan.detect;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Error correction and mask of a code, which it says twice in 15 bits (ISO/IEC 18004, section 7.9), and its version
/// (section 7.10).
///
/// @param level how much error correction
/// @param mask 0 to 7
record FormatBits(ErrorCorrectionLevel level, int mask) {
    private static final int MASK = 0x5412;
    private static final int GENERATOR = 0x537;
    private static final int VERSION_GENERATOR = 0x1F25;
    private static final int BITS = 15;

    /// Column and row of the bits around the upper left corner, the most significant first.
    private static final int[][] FIRST = {
        {0, 8}, {1, 8}, {2, 8}, {3, 8}, {4, 8}, {5, 8}, {7, 8}, {8, 8}, {8, 7}, {8, 5}, {8, 4}, {8, 3}, {8, 2}, {8, 1},
        {8, 0}
    };

    /// A format and how many of the bits speak against it.
    private record Guess(FormatBits format, int against) {}

    /// The formats that the bits of either copy may mean, the likeliest first.
    ///
    /// @param darkness above 0 is dark
    /// @param most how many bits of a copy may be wrong
    static List<FormatBits> read(float[] darkness, int side, int most) {
        int first = 0;
        int second = 0;
        for (int i = 0; i < BITS; i++) {
            first = first << 1 | bit(darkness, side, FIRST[i][0], FIRST[i][1]);
            int[] place = secondPlace(i, side);
            second = second << 1 | bit(darkness, side, place[0], place[1]);
        }
        List<Guess> guesses = new ArrayList<>();
        for (int data = 0; data < 32; data++) {
            int code = code(data);
            int against = Math.min(Integer.bitCount(code ^ first), Integer.bitCount(code ^ second));
            if (against <= most) {
                guesses.add(new Guess(of(data), against));
            }
        }
        guesses.sort(Comparator.comparingInt(Guess::against));
        return guesses.stream().map(Guess::format).toList();
    }

    /// Writes both copies, and the version where it is written.
    void write(BitMatrix modules) {
        int side = modules.getHeight();
        int code = code(level.getBits() << 3 | mask);
        for (int i = 0; i < BITS; i++) {
            boolean dark = (code >> (BITS - 1 - i) & 1) == 1;
            set(modules, FIRST[i][0], FIRST[i][1], dark);
            int[] place = secondPlace(i, side);
            set(modules, place[0], place[1], dark);
        }
        int version = (side - 17) / 4;
        if (version >= 7) {
            int bits = version << 12 | remainder(version << 12, VERSION_GENERATOR, 12);
            for (int i = 0; i < 18; i++) {
                boolean dark = (bits >> i & 1) == 1;
                set(modules, side - 11 + i % 3, i / 3, dark);
                set(modules, i / 3, side - 11 + i % 3, dark);
            }
        }
    }

    /// The second copy goes up beside the lower left corner, then right below the upper right one.
    private static int[] secondPlace(int i, int side) {
        return i < 7 ? new int[] {8, side - 1 - i} : new int[] {side - BITS + i, 8};
    }

    private static int bit(float[] darkness, int side, int column, int row) {
        return darkness[row * side + column] > 0 ? 1 : 0;
    }

    private static void set(BitMatrix modules, int column, int row, boolean dark) {
        if (dark) {
            modules.set(column, row);
        } else {
            modules.unset(column, row);
        }
    }

    private static FormatBits of(int data) {
        return new FormatBits(ErrorCorrectionLevel.forBits(data >> 3), data & 7);
    }

    private static int code(int data) {
        return (data << 10 | remainder(data << 10, GENERATOR, 10)) ^ MASK;
    }

    private static int remainder(int value, int generator, int degree) {
        int rest = value;
        for (int bit = 31 - Integer.numberOfLeadingZeros(rest); bit >= degree && rest != 0; ) {
            rest ^= generator << (bit - degree);
            bit = 31 - Integer.numberOfLeadingZeros(rest);
        }
        return rest;
    }
}
