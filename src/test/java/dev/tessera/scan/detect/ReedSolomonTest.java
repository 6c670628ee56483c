package dev.tessera.scan.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Against ZXing's encoder, up to the last error that can be put right, and past it.
class ReedSolomonTest {
    private final Random random = new Random(8);

    @Test
    void whatIsRightStaysAsItIs() {
        int[] block = encoded(20, 10);
        int[] before = block.clone();
        assertThat(ReedSolomon.correct(block, 10, new int[0], 0)).isZero();
        assertThat(block).isEqualTo(before);
    }

    @Test
    void errorsUpToHalfTheParityArePutRight() {
        for (int round = 0; round < 300; round++) {
            int parity = 2 + random.nextInt(29);
            int[] right = encoded(1 + random.nextInt(100), parity);
            int[] block = right.clone();
            int errors = random.nextInt(parity / 2 + 1);
            spoil(block, places(errors, block.length));
            assertThat(ReedSolomon.correct(block, parity, new int[0], 0)).isEqualTo(errors);
            assertThat(block).isEqualTo(right);
        }
    }

    @Test
    void erasuresCostHalfAsMuchAsErrors() {
        for (int round = 0; round < 300; round++) {
            int parity = 2 + random.nextInt(29);
            int[] right = encoded(1 + random.nextInt(100), parity);
            int[] block = right.clone();
            int erasures = random.nextInt(Math.min(parity, block.length) + 1);
            int errors = (parity - erasures) / 2;
            var places = places(Math.min(erasures + errors, block.length), block.length);
            spoil(block, places);
            int[] erased = places.stream().limit(erasures).mapToInt(i -> i).toArray();
            assertThat(ReedSolomon.correct(block, parity, erased, 0)).isEqualTo(places.size());
            assertThat(block).isEqualTo(right);
        }
    }

    @Test
    void anErasureThatIsRightAfterAllStaysAsItIs() {
        int[] right = encoded(30, 12);
        int[] block = right.clone();
        block[3] ^= 77;
        assertThat(ReedSolomon.correct(block, 12, new int[] {3, 5, 7, 9}, 0)).isEqualTo(1);
        assertThat(block).isEqualTo(right);
    }

    @Test
    void beyondThatTheBlockIsLeftAlone() {
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            int[] right = encoded(40, 10);
            int[] block = right.clone();
            spoil(block, places(9, block.length));
            int[] spoilt = block.clone();
            if (ReedSolomon.correct(block, 10, new int[0], 0) < 0) {
                refused++;
                assertThat(block).isEqualTo(spoilt);
            }
        }
        assertThat(refused).isGreaterThan(190);
    }

    /// Random words are no block. With five places free to be anything and one more error allowed for every two
    /// words left, some of them fit all the same: they would be a wrong text that looks right.
    @Test
    void wordsHeldBackTellARightBlockFromOneThatMerelyFits() {
        assertThat(putRightFromNoise(0)).isPositive();
        assertThat(putRightFromNoise(3)).isZero();
    }

    @Test
    void wordsHeldBackCostNoBlockThatLeavesThemUnused() {
        for (int round = 0; round < 300; round++) {
            int[] right = encoded(30, 12);
            int[] block = right.clone();
            var places = places(7, block.length);
            spoil(block, places);
            int[] erased = places.stream().limit(5).mapToInt(i -> i).toArray();
            assertThat(ReedSolomon.correct(block, 12, erased, 3)).isEqualTo(7);
            assertThat(block).isEqualTo(right);
        }
    }

    private int putRightFromNoise(int check) {
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            int[] block = random.ints(20, 0, 256).toArray();
            if (ReedSolomon.correct(block, 10, new int[] {1, 4, 9, 13, 17, 18}, check) >= 0) {
                found++;
            }
        }
        return found;
    }

    private int[] encoded(int data, int parity) {
        int[] block = new int[data + parity];
        for (int i = 0; i < data; i++) {
            block[i] = random.nextInt(256);
        }
        new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(block, parity);
        return block;
    }

    private Set<Integer> places(int count, int length) {
        var places = new HashSet<Integer>();
        while (places.size() < count) {
            places.add(random.nextInt(length));
        }
        return places;
    }

    private void spoil(int[] block, Set<Integer> places) {
        places.forEach(place -> block[place] ^= 1 + random.nextInt(255));
        assertThat(Arrays.stream(block).allMatch(word -> word >= 0 && word < 256))
                .isTrue();
    }
}
