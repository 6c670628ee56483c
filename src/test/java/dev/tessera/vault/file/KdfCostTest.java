package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tessera.crypto.Argon2id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KdfCostTest {
    private static final long MIB = 1024 * 1024;

    @ParameterizedTest(name = "{0} ms for each MiB: {1} MiB")
    @CsvSource({"1, 256", "3, 256", "4, 192", "6, 128", "15, 64", "100, 64"})
    void isTheStrongestThatTakesASecondAndNeverLessThan64MiB(int millisPerMib, int expectedMib) {
        assertThat(calibrate(millisPerMib, 1024 * MIB)).isEqualTo(new Argon2id(expectedMib * 1024, 3, 4));
    }

    @Test
    void isNoStrongerThanHalfOfTheHeapHolds() {
        assertThat(calibrate(1, 512 * MIB)).isEqualTo(new Argon2id(256 * 1024, 3, 4));
        assertThat(calibrate(1, 512 * MIB - 1)).isEqualTo(new Argon2id(192 * 1024, 3, 4));
        assertThat(calibrate(1, 300 * MIB)).isEqualTo(new Argon2id(128 * 1024, 3, 4));
    }

    @Test
    void warmsUpBeforeItMeasuresAndStopsAtTheFirstThatIsTooSlow() {
        var ran = new ArrayList<Argon2id>();
        var now = new AtomicReference<>(Instant.EPOCH);
        KdfCost.calibrate(
                now::get,
                cost -> {
                    ran.add(cost);
                    now.set(now.get().plusMillis(cost.memoryKib() / 100));
                },
                1024 * MIB);
        assertThat(ran).extracting(Argon2id::memoryKib).containsExactly(19 * 1024, 64 * 1024, 128 * 1024);
    }

    @Test
    void isMeasuredOnThisComputer() {
        // A clock that takes half a minute between two looks: whatever is measured takes too long.
        var now = new AtomicReference<>(Instant.EPOCH);
        var chosen = KdfCost.calibrate(() -> now.getAndUpdate(before -> before.plusSeconds(30)));
        assertThat(chosen).isEqualTo(KdfCost.LEAST_FOR_NEW);
        assertThat(now.get()).as("both looks at the first step").isEqualTo(Instant.EPOCH.plusSeconds(60));
    }

    @ParameterizedTest(name = "{0} KiB, {1} passes: {2}")
    @CsvSource({"65535, 4, true", "65536, 2, true", "65536, 3, false", "131072, 1, true", "131072, 2, false"})
    void isBelowWithLessMemoryOrLessWork(int memoryKib, int iterations, boolean isBelow) {
        var cost = new Argon2id(memoryKib, iterations, 1);
        assertThat(KdfCost.isBelow(cost, KdfCost.LEAST_FOR_NEW)).isEqualTo(isBelow);
    }

    @Test
    void refusesWhatDoesNotFitIntoHalfOfTheHeapWithTheOptionToSet() {
        var cost = new Argon2id(256 * 1024, 3, 4);
        assertThatCode(() -> KdfCost.requireFitsHeap(cost, 512 * MIB)).doesNotThrowAnyException();
        assertThatExceptionOfType(InsufficientMemoryException.class)
                .isThrownBy(() -> KdfCost.requireFitsHeap(cost, 511 * MIB))
                .withMessage("Opening this vault needs 256 MiB of memory for its key, and Tessera can use 255 MiB."
                        + " Start Tessera with -Xmx512m or more.");
    }

    @Test
    void allowsFourGibibytesTimesPassesAndNoMore() {
        assertThatCode(() -> KdfCost.requireAllowed(new Argon2id(1024 * 1024, 4, 1)))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KdfCost.requireAllowed(new Argon2id(1024 * 1024, 5, 1)))
                .withMessageContaining("at most 4194304");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KdfCost.requireAllowed(new Argon2id(19 * 1024 - 1, 1, 1)))
                .withMessageContaining("at least 19456");
    }

    private static Argon2id calibrate(int millisPerMib, long heapBytes) {
        var now = new AtomicReference<>(Instant.EPOCH);
        return KdfCost.calibrate(
                now::get,
                cost -> now.set(now.get().plusMillis((long) millisPerMib * cost.memoryKib() / 1024)),
                heapBytes);
    }
}
