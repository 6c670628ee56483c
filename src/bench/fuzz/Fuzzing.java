import java.lang.management.ManagementFactory;
import java.time.Duration;

/// What the targets share.
final class Fuzzing {
    private Fuzzing() {}

    /// @param start the processor time of this thread at the start, in nanoseconds
    static void within(long start, Duration limit, String what) {
        long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        if (taken > limit.toNanos()) {
            throw new AssertionError(what + " took " + taken / 1_000_000 + " ms, not " + limit.toMillis());
        }
    }
}
