package dev.tessera.crypto;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The memory of Argon2 (RFC 9106 section 3.2) and how it is filled. The lanes of a slice do not depend on each other
/// and are filled at once; each looks after each mebibyte whether anybody still wants it.
///
/// The blocks lie in arrays of a mebibyte, since the collector of garbage would look at each block of a kibibyte.
final class Argon2Memory implements AutoCloseable {
    /// In 64-bit words: 1 KiB.
    static final int BLOCK = 128;

    private static final int SLICES = 4;
    private static final int BLOCKS_OF_ARRAY = 1024;

    /// How many blocks are filled before it looks whether it was called off.
    private static final int BETWEEN_CHECKS = 1024;

    private final boolean isIndependentAtFirst;
    private final boolean keepsOldBlocks;
    private final int passes;
    private final int lanes;
    private final int laneLength;
    private final int segmentLength;
    private final long[][] arrays;

    /// @param isIndependentAtFirst Argon2id, and not Argon2d
    /// @param keepsOldBlocks version 0x13, and not 0x10
    Argon2Memory(boolean isIndependentAtFirst, boolean keepsOldBlocks, int memoryKib, int passes, int lanes) {
        this.isIndependentAtFirst = isIndependentAtFirst;
        this.keepsOldBlocks = keepsOldBlocks;
        this.passes = passes;
        this.lanes = lanes;
        segmentLength = memoryKib / (SLICES * lanes);
        laneLength = segmentLength * SLICES;
        arrays = new long[Math.ceilDiv(blocks(), BLOCKS_OF_ARRAY)][];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = new long[Math.min(BLOCKS_OF_ARRAY, blocks() - i * BLOCKS_OF_ARRAY) * BLOCK];
        }
    }

    private int blocks() {
        return laneLength * lanes;
    }

    private long[] array(int block) {
        return arrays[block / BLOCKS_OF_ARRAY];
    }

    /// Where a block begins in its array.
    private static int offset(int block) {
        return block % BLOCKS_OF_ARRAY * BLOCK;
    }

    /// Fills one of the two blocks that each lane begins with.
    void begin(int lane, int index, LongBuffer words) {
        int block = lane * laneLength + index;
        words.get(array(block), offset(block), BLOCK);
    }

    /// All passes; then the exclusive or of the lanes' last blocks.
    long[] fill() {
        try (var workers = new LaneWorkers(lanes)) {
            for (int pass = 0; pass < passes; pass++) {
                for (int slice = 0; slice < SLICES; slice++) {
                    workers.run(segments(pass, slice));
                }
            }
        }
        var last = new long[BLOCK];
        for (int lane = 0; lane < lanes; lane++) {
            int end = (lane + 1) * laneLength - 1;
            for (int i = 0; i < BLOCK; i++) {
                last[i] ^= array(end)[offset(end) + i];
            }
        }
        return last;
    }

    private List<Segment> segments(int pass, int slice) {
        var segments = new ArrayList<Segment>();
        for (int lane = 0; lane < lanes; lane++) {
            segments.add(new Segment(pass, slice, lane));
        }
        return segments;
    }

    /// What of a slice is one lane's.
    private final class Segment implements Runnable {
        private final int pass;
        private final int slice;
        private final int lane;
        private final long[] mixed = new long[BLOCK];
        private final long[] addresses = new long[BLOCK];

        Segment(int pass, int slice, int lane) {
            this.pass = pass;
            this.slice = slice;
            this.lane = lane;
        }

        private boolean isFirst() {
            return pass == 0 && slice == 0;
        }

        @Override
        public void run() {
            try {
                fill();
            } finally {
                Arrays.fill(mixed, 0);
                Arrays.fill(addresses, 0);
            }
        }

        private void fill() {
            boolean independent = isIndependentAtFirst && pass == 0 && slice < SLICES / 2;
            int start = isFirst() ? 2 : 0;
            int laneStart = lane * laneLength;
            for (int i = start; i < segmentLength; i++) {
                if (i % BETWEEN_CHECKS == 0) {
                    CalledOff.check();
                }
                if (independent && (i == start || i % BLOCK == 0)) {
                    nextAddresses(i / BLOCK + 1);
                }
                int column = slice * segmentLength + i;
                int previous = laneStart + (column == 0 ? laneLength : column) - 1;
                long random = independent ? addresses[i % BLOCK] : array(previous)[offset(previous)];
                next(previous, place(i, random), laneStart + column);
            }
        }

        private void next(int previous, int reference, int block) {
            long[] x = array(previous);
            long[] y = array(reference);
            int xAt = offset(previous);
            int yAt = offset(reference);
            for (int i = 0; i < BLOCK; i++) {
                mixed[i] = x[xAt + i] ^ y[yAt + i];
            }
            compress(mixed, array(block), offset(block), pass > 0 && keepsOldBlocks);
        }

        /// RFC 9106 section 3.4.1.2.
        private void nextAddresses(int counter) {
            long[] head = {pass, lane, slice, blocks(), passes, 2, counter};
            Arrays.fill(mixed, 0);
            System.arraycopy(head, 0, mixed, 0, head.length);
            compress(mixed, addresses, 0, false);
            System.arraycopy(addresses, 0, mixed, 0, BLOCK);
            compress(mixed, addresses, 0, false);
        }

        /// Which block is mixed in (RFC 9106 section 3.4.2).
        private int place(int index, long random) {
            int from = isFirst() ? lane : (int) ((random >>> 32) % lanes);
            int done = pass == 0 ? slice * segmentLength : laneLength - segmentLength;
            int area = from == lane ? done + index - 1 : done - (index == 0 ? 1 : 0);
            long low = random & 0xffffffffL;
            long back = (area * ((low * low) >>> 32)) >>> 32;
            long start = pass == 0 || slice == SLICES - 1 ? 0 : (slice + 1L) * segmentLength;
            return from * laneLength + (int) ((start + area - 1 - back) % laneLength);
        }
    }

    /// The function G (RFC 9106 section 3.5).
    ///
    /// @param z the exclusive or of both inputs; afterwards it is of no use
    /// @param at where in `into` the block begins
    private static void compress(long[] z, long[] into, int at, boolean keepsOld) {
        for (int i = 0; i < BLOCK; i++) {
            into[at + i] = keepsOld ? into[at + i] ^ z[i] : z[i];
        }
        for (int row = 0; row < BLOCK; row += 16) {
            permute(z, row, 2);
        }
        for (int column = 0; column < 16; column += 2) {
            permute(z, column, 16);
        }
        for (int i = 0; i < BLOCK; i++) {
            into[at + i] ^= z[i];
        }
    }

    /// The permutation P over 16 words: pairs of neighbours, each pair `stride` from the last.
    private static void permute(long[] z, int at, int stride) {
        int a = at;
        int b = a + 2 * stride;
        int c = b + 2 * stride;
        int d = c + 2 * stride;
        mix(z, a, b, c, d);
        mix(z, a + 1, b + 1, c + 1, d + 1);
        mix(z, a + stride, b + stride, c + stride, d + stride);
        mix(z, a + stride + 1, b + stride + 1, c + stride + 1, d + stride + 1);
        mix(z, a, b + 1, c + stride, d + stride + 1);
        mix(z, a + 1, b + stride, c + stride + 1, d);
        mix(z, a + stride, b + stride + 1, c, d + 1);
        mix(z, a + stride + 1, b, c + 1, d + stride);
    }

    private static void mix(long[] z, int at, int bt, int ct, int dt) {
        long a = z[at];
        long b = z[bt];
        long c = z[ct];
        long d = z[dt];
        a = sum(a, b);
        d = Long.rotateRight(d ^ a, 32);
        c = sum(c, d);
        b = Long.rotateRight(b ^ c, 24);
        a = sum(a, b);
        d = Long.rotateRight(d ^ a, 16);
        c = sum(c, d);
        b = Long.rotateRight(b ^ c, 63);
        z[at] = a;
        z[bt] = b;
        z[ct] = c;
        z[dt] = d;
    }

    private static long sum(long a, long b) {
        return a + b + 2 * (a & 0xffffffffL) * (b & 0xffffffffL);
    }

    /// Wipes all of it.
    @Override
    public void close() {
        for (long[] array : arrays) {
            Arrays.fill(array, 0);
        }
    }
}
