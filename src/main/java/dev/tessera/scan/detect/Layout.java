package dev.tessera.scan.detect;

import com.google.zxing.qrcode.decoder.Version;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The modules of a version whose colour is known beforehand, and the order of those that carry data
/// (ISO/IEC 18004, sections 6.3 and 7.7).
final class Layout {
    private static final int MOST_VERSIONS = 40;
    private static final AtomicReferenceArray<Layout> MADE = new AtomicReferenceArray<>(MOST_VERSIONS + 1);

    private final int version;
    private final int side;
    private final boolean[] function;
    private final int[] alignment;
    private final int[] dataOrder;

    private Layout(int version) {
        this.version = version;
        side = 17 + 4 * version;
        function = new boolean[side * side];
        alignment = Version.getVersionForNumber(version).getAlignmentPatternCenters();
        markFunction();
        dataOrder = order();
    }

    /// @param version 1 to 40
    static Layout of(int version) {
        Layout made = MADE.get(version);
        if (made == null) {
            made = new Layout(version);
            MADE.set(version, made);
        }
        return made;
    }

    int version() {
        return version;
    }

    /// Modules a side.
    int side() {
        return side;
    }

    /// The rows and columns on which alignment patterns have their centres; empty for version 1.
    int[] alignmentLines() {
        return alignment.clone();
    }

    /// Whether there is an alignment pattern, and no corner square, where these two of the lines cross.
    boolean hasAlignment(int columnLine, int rowLine) {
        int last = alignment.length - 1;
        boolean isCorner =
                (columnLine == 0 && (rowLine == 0 || rowLine == last)) || (columnLine == last && rowLine == 0);
        return alignment.length > 0 && !isCorner;
    }

    /// The data modules in the order of their bits, each as `row * side + column`.
    int[] dataOrder() {
        return dataOrder;
    }

    /// Whether the module is no data: corner squares, timing, alignment, format and version.
    boolean isFunction(int row, int column) {
        return function[row * side + column];
    }

    private void markFunction() {
        mark(0, 0, 9, 9);
        mark(0, side - 8, 9, 8);
        mark(side - 8, 0, 8, 9);
        mark(6, 0, 1, side);
        mark(0, 6, side, 1);
        for (int i = 0; i < alignment.length; i++) {
            for (int j = 0; j < alignment.length; j++) {
                if (hasAlignment(i, j)) {
                    mark(alignment[j] - 2, alignment[i] - 2, 5, 5);
                }
            }
        }
        if (version >= 7) {
            mark(0, side - 11, 6, 3);
            mark(side - 11, 0, 3, 6);
        }
    }

    private void mark(int top, int left, int height, int width) {
        for (int row = top; row < top + height; row++) {
            Arrays.fill(function, row * side + left, row * side + left + width, true);
        }
    }

    /// Two columns at a time from the right, up and down in turn, past the timing column.
    private int[] order() {
        int[] order = new int[side * side];
        int count = 0;
        boolean upward = true;
        for (int right = side - 1; right > 0; right -= 2) {
            if (right == 6) {
                right--;
            }
            for (int i = 0; i < side; i++) {
                int row = upward ? side - 1 - i : i;
                for (int column = right; column > right - 2; column--) {
                    if (!isFunction(row, column)) {
                        order[count++] = row * side + column;
                    }
                }
            }
            upward = !upward;
        }
        return Arrays.copyOf(order, count);
    }

    /// Whether the mask of that number flips the module (table 10).
    static boolean isMasked(int mask, int row, int column) {
        return switch (mask) {
            case 0 -> (row + column) % 2 == 0;
            case 1 -> row % 2 == 0;
            case 2 -> column % 3 == 0;
            case 3 -> (row + column) % 3 == 0;
            case 4 -> (row / 2 + column / 3) % 2 == 0;
            case 5 -> row * column % 2 + row * column % 3 == 0;
            case 6 -> (row * column % 2 + row * column % 3) % 2 == 0;
            case 7 -> ((row + column) % 2 + row * column % 3) % 2 == 0;
            default -> throw new IllegalArgumentException("a mask is 0 to 7: " + mask);
        };
    }
}
