package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByNumbersTest {

    @Test
    void numbersCountAndDoNotSpell() {
        assertSorted("site", "site 1", "site 2", "site 10", "site 10 b", "site 010 c", "site 11", "sites");
        assertSorted("", "1", "1a", "9", "10", "a");
    }

    @Test
    void numbersOfAnyLengthAreCompared() {
        assertSorted("n99999999999999999999999998", "n99999999999999999999999999", "n100000000000000000000000000");
    }

    @Test
    void leadingZerosTellApartWhatCountsTheSame() {
        assertSorted("a 007", "a 07", "a 7");
        assertSorted("a 0", "a 1");
        assertSorted("a 00", "a 01");
    }

    private static void assertSorted(String... expected) {
        var names = new ArrayList<>(List.of(expected));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(names, new Random(seed));
            names.sort(ByNumbers.ORDER);
            assertThat(names).containsExactly(expected);
        }
    }
}
