package dev.tessera.scan.detect;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.tessera.scan.QrEncoder;
import java.lang.management.ManagementFactory;

/// The modules of a code of our own, some flipped, of any brightness, rows moved and areas covered, or of pure chance:
/// read right or not at all, without any exception, at once.
///
/// It stands in the detector's package and begins where a grid was found, so that thousands are tried each minute.
public final class GridFuzz {
    private static final long LIMIT = 2_000_000_000;

    private GridFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        boolean chance = data.consumeBoolean();
        String text = "otpauth://totp/" + "x".repeat(data.consumeInt(0, 300));
        boolean[][] modules = QrEncoder.modules(text);
        boolean mirrored = data.consumeBoolean();
        if (chance) {
            fill(modules, data);
        } else {
            damage(modules, data);
        }
        int side = modules.length;
        float[] values = new float[side * side];
        for (int i = 0; i < values.length; i++) {
            int row = i / side;
            int column = i % side;
            boolean dark = mirrored ? modules[column][row] : modules[row][column];
            values[i] = (dark ? 40 : 200) + (data.remainingBytes() > 0 ? data.consumeByte() / 2f : 0);
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var reader = new ModuleReader();
        var read = reader.read(new ModuleValues(side, values.clone()), 1);
        var erasing = reader.readErasing(new ModuleValues(side, values), 1);
        long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        if (taken > LIMIT) {
            throw new AssertionError("one grid took " + taken / 1_000_000 + " ms");
        }
        if (!chance) {
            read.ifPresent(reading -> check(text, reading.text()));
            erasing.ifPresent(reading -> check(text, reading.text()));
        }
    }

    private static void check(String text, String read) {
        if (!read.equals(text)) {
            throw new AssertionError("read wrongly: " + read);
        }
    }

    /// The three squares and the timing lines stay, or nothing would be looked at.
    private static void fill(boolean[][] modules, FuzzedDataProvider data) {
        int side = modules.length;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean corner = (x < 8 || x >= side - 8) && y < 8 || x < 8 && y >= side - 8;
                if (!corner && x != 6 && y != 6) {
                    modules[y][x] = data.consumeBoolean();
                }
            }
        }
    }

    private static void damage(boolean[][] modules, FuzzedDataProvider data) {
        int side = modules.length;
        for (int i = data.consumeInt(0, 40); i > 0 && data.remainingBytes() > 0; i--) {
            int x = data.consumeInt(0, side - 1);
            int y = data.consumeInt(0, side - 1);
            switch (data.consumeInt(0, 2)) {
                case 0 -> modules[y][x] ^= true;
                case 1 -> cover(modules, x, y, data.consumeInt(1, 8), data.consumeBoolean());
                default -> modules[y] = modules[data.consumeInt(0, side - 1)].clone();
            }
        }
    }

    private static void cover(boolean[][] modules, int left, int top, int size, boolean dark) {
        for (int y = top; y < Math.min(modules.length, top + size); y++) {
            for (int x = left; x < Math.min(modules.length, left + size); x++) {
                modules[y][x] = dark;
            }
        }
    }
}
