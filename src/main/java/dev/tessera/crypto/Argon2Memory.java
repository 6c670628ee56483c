package dev.tessera.crypto;

import java.util.Arrays;

/// The memory of Argon2 (RFC 9106 section 3.2) and how it is filled. BouncyCastle's cannot be stopped once it runs,
/// and other programs' files ask for up to half a minute of it: this one looks after each mebibyte whether anybody
/// still wants it.
final class Argon2Memory implements AutoCloseable {
    /// In 64-bit words: 1 KiB.
    static final int BLOCK = 128;

    private static final int SLICES = 4;

    /// How many blocks are filled before it looks whether it was called off.
    private static final int BETWEEN_CHECKS = 1024;

    private final boolean isIndependentAtFirst;
    private final boolean keepsOldBlocks;
    private final int passes;
    private final int lanes;
    private final int laneLength;
    private final int segmentLength;
    private final long[][] blocks;
    private final long[] mixed = new long[BLOCK];

    /// @param isIndependentAtFirst Argon2id, and not Argon2d
    /// @param keepsOldBlocks version 0x13, and not 0x10
    Argon2Memory(boolean isIndependentAtFirst, boolean keepsOldBlocks, int memoryKib, int passes, int lanes) {
        this.isIndependentAtFirst = isIndependentAtFirst;
        this.keepsOldBlocks = keepsOldBlocks;
        this.passes = passes;
        this.lanes = lanes;
        segmentLength = memoryKib / (SLICES * lanes);
        laneLength = segmentLength * SLICES;
        blocks = new long[laneLength * lanes][BLOCK];
    }

    /// One of the two blocks that each lane begins with.
    long[] first(int lane, int index) {
        return blocks[lane * laneLength + index];
    }

    /// All passes; then the exclusive or of the lanes' last blocks.
    long[] fill() {
        for (int pass = 0; pass < passes; pass++) {
            for (int slice = 0; slice < SLICES; slice++) {
                for (int lane = 0; lane < lanes; lane++) {
                    fill(new Segment(pass, slice, lane));
                }
            }
        }
        var last = new long[BLOCK];
        for (int lane = 0; lane < lanes; lane++) {
            long[] end = blocks[(lane + 1) * laneLength - 1];
            for (int i = 0; i < BLOCK; i++) {
                last[i] ^= end[i];
            }
        }
        return last;
    }

    private record Segment(int pass, int slice, int lane) {
        boolean isFirst() {
            return pass == 0 && slice == 0;
        }
    }

    private void fill(Segment segment) {
        boolean independent = isIndependentAtFirst && segment.pass == 0 && segment.slice < SLICES / 2;
        var addresses = new long[BLOCK];
        int start = segment.isFirst() ? 2 : 0;
        int laneStart = segment.lane * laneLength;
        for (int i = start; i < segmentLength; i++) {
            if (i % BETWEEN_CHECKS == 0) {
                CalledOff.check();
            }
            if (independent && (i == start || i % BLOCK == 0)) {
                nextAddresses(segment, i / BLOCK + 1, addresses);
            }
            int column = segment.slice * segmentLength + i;
            long[] previous = blocks[laneStart + (column == 0 ? laneLength : column) - 1];
            long random = independent ? addresses[i % BLOCK] : previous[0];
            long[] reference = blocks[place(segment, i, random)];
            compress(previous, reference, blocks[laneStart + column], segment.pass > 0 && keepsOldBlocks);
        }
    }

    /// RFC 9106 section 3.4.1.2.
    private void nextAddresses(Segment segment, int counter, long[] addresses) {
        var input = new long[BLOCK];
        long[] head = {segment.pass, segment.lane, segment.slice, blocks.length, passes, 2, counter};
        System.arraycopy(head, 0, input, 0, head.length);
        var zero = new long[BLOCK];
        compress(zero, input, addresses, false);
        compress(zero, addresses.clone(), addresses, false);
    }

    /// Which block is mixed in (RFC 9106 section 3.4.2).
    private int place(Segment segment, int index, long random) {
        int lane = segment.isFirst() ? segment.lane : (int) ((random >>> 32) % lanes);
        int done = segment.pass == 0 ? segment.slice * segmentLength : laneLength - segmentLength;
        int area = lane == segment.lane ? done + index - 1 : done - (index == 0 ? 1 : 0);
        long low = random & 0xffffffffL;
        long back = (area * ((low * low) >>> 32)) >>> 32;
        long from = segment.pass == 0 || segment.slice == SLICES - 1 ? 0 : (segment.slice + 1L) * segmentLength;
        return lane * laneLength + (int) ((from + area - 1 - back) % laneLength);
    }

    /// The function G (RFC 9106 section 3.5).
    private void compress(long[] x, long[] y, long[] into, boolean keepsOld) {
        long[] z = mixed;
        for (int i = 0; i < BLOCK; i++) {
            long sum = x[i] ^ y[i];
            z[i] = sum;
            into[i] = keepsOld ? into[i] ^ sum : sum;
        }
        for (int row = 0; row < BLOCK; row += 16) {
            permute(z, row, 2);
        }
        for (int column = 0; column < 16; column += 2) {
            permute(z, column, 16);
        }
        for (int i = 0; i < BLOCK; i++) {
            into[i] ^= z[i];
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
        for (long[] block : blocks) {
            Arrays.fill(block, 0);
        }
        Arrays.fill(mixed, 0);
    }
}
