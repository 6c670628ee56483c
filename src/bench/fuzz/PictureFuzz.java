import dev.tessera.scan.ImageFile;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.UnreadableImageException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// Any bytes as a picture file: a picture, or our exception with a sentence. Nothing else, and in bounded time.
public final class PictureFuzz {
    private static final Duration BUDGET = Duration.ofMillis(300);
    private static final Duration OVER = Duration.ofSeconds(10);

    private PictureFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        long start = cpu();
        try {
            ImageFile.read(data, (page, number, count) -> {
                if (number <= 3 && (long) page.getWidth() * page.getHeight() < 1_000_000) {
                    long before = cpu();
                    new QrDecoder().decode(page, BUDGET, () -> false);
                    Fuzzing.within(before, BUDGET.plusMillis(700), "the search");
                }
            });
        } catch (UnreadableImageException refused) {
            if (refused.getMessage().isBlank()) {
                throw new AssertionError("no sentence", refused);
            }
        }
        Fuzzing.within(start, OVER, "the file");
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
