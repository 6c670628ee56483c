import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.QrEncoder;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// A code of our own with modules flipped, rows moved and areas covered, or modules of pure chance: read right or not at
/// all, without any exception, within the budget.
public final class GridFuzz {
    private static final Duration BUDGET = Duration.ofMillis(300);
    private static final int QUIET_ZONE = 4;

    private GridFuzz() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        boolean chance = data.consumeBoolean();
        String text = "otpauth://totp/" + "x".repeat(data.consumeInt(0, 300));
        boolean[][] modules = QrEncoder.modules(text);
        int scale = data.consumeInt(1, 4);
        boolean inverted = data.consumeBoolean();
        boolean mirrored = data.consumeBoolean();
        if (chance) {
            fill(modules, data);
        } else {
            damage(modules, data);
        }
        var picture = draw(modules, scale, inverted, mirrored);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var result = new QrDecoder().decode(picture, BUDGET, () -> false);
        Fuzzing.within(start, BUDGET.plusMillis(700), "the search");
        for (var symbol : result.symbols()) {
            if (!chance && !symbol.text().equals(text)) {
                throw new AssertionError("read wrongly: " + symbol.text());
            }
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

    private static BufferedImage draw(boolean[][] modules, int scale, boolean inverted, boolean mirrored) {
        int side = (modules.length + 2 * QUIET_ZONE) * scale;
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int row = y / scale - QUIET_ZONE;
                int column = (mirrored ? side - 1 - x : x) / scale - QUIET_ZONE;
                boolean inside = row >= 0 && row < modules.length && column >= 0 && column < modules.length;
                boolean dark = inside && modules[row][column];
                picture.getRaster().setSample(x, y, 0, dark == inverted ? 255 : 0);
            }
        }
        return picture;
    }
}
