package dev.tessera.vault.file;

import dev.tessera.crypto.Argon2id;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// Which costs a vault may ask for, and which suits this computer.
///
/// A file's numbers are foreign until they are checked here, before anything is allocated.
public final class KdfCost {

    /// The least that a vault may have (OWASP's floor for Argon2id): for tests, and to be re-wrapped.
    public static final Argon2id LEAST = new Argon2id(19 * 1024, 1, 1);

    private static final int PASSES = 3;
    private static final int LANES = 4;

    /// The least that is ever chosen for a new vault: the second of the two that RFC 9106 section 4 recommends.
    public static final Argon2id LEAST_FOR_NEW = new Argon2id(64 * 1024, PASSES, LANES);

    private static final List<Integer> STEPS_MIB = List.of(64, 128, 192, 256);
    private static final Duration MOST_TIME = Duration.ofSeconds(1);
    private static final long MOST_KIB_TIMES_PASSES = 4L * 1024 * 1024;

    private KdfCost() {}

    /// The strongest cost for a new vault that takes one second or less here: 64, 128, 192 or 256 MiB,
    /// three passes, four lanes. Takes up to some seconds itself.
    ///
    /// @param clock measures the runs
    public static Argon2id calibrate(InstantSource clock) {
        return calibrate(
                clock,
                cost -> {
                    var _ = cost.derive(new byte[16], new byte[32], 32);
                },
                Runtime.getRuntime().maxMemory());
    }

    static Argon2id calibrate(InstantSource clock, Consumer<Argon2id> run, long heapBytes) {
        run.accept(LEAST); // warms the code up, so that the first step is not measured cold
        var best = LEAST_FOR_NEW;
        for (int mebibytes : STEPS_MIB) {
            var candidate = new Argon2id(mebibytes * 1024, PASSES, LANES);
            if (!fitsHeap(candidate, heapBytes)) {
                return best;
            }
            var start = clock.instant();
            run.accept(candidate);
            if (Duration.between(start, clock.instant()).compareTo(MOST_TIME) > 0) {
                return best;
            }
            best = candidate;
        }
        return best;
    }

    /// Whether somebody who guesses has it easier: less memory, or fewer times as much of it.
    static boolean isBelow(Argon2id cost, Argon2id other) {
        return cost.memoryKib() < other.memoryKib() || work(cost) < work(other);
    }

    private static long work(Argon2id cost) {
        return (long) cost.memoryKib() * cost.iterations();
    }

    /// Refuses what no vault may ask for.
    ///
    /// @throws IllegalArgumentException outside of 19 MiB to 1 GiB, and above 4 GiB times passes
    static void requireAllowed(Argon2id cost) {
        if (cost.memoryKib() < LEAST.memoryKib()) {
            throw new IllegalArgumentException(
                    "memory in KiB is " + cost.memoryKib() + "; it must be at least " + LEAST.memoryKib());
        }
        if (work(cost) > MOST_KIB_TIMES_PASSES) {
            throw new IllegalArgumentException(
                    "memory times iterations is " + work(cost) + " KiB; it must be at most " + MOST_KIB_TIMES_PASSES);
        }
    }

    /// @throws InsufficientMemoryException if the cost needs more than half of the heap
    static void requireFitsHeap(Argon2id cost, long heapBytes) throws InsufficientMemoryException {
        if (!fitsHeap(cost, heapBytes)) {
            throw new InsufficientMemoryException(cost, heapBytes);
        }
    }

    private static boolean fitsHeap(Argon2id cost, long heapBytes) {
        return cost.memoryKib() * 1024L <= heapBytes / 2;
    }
}
