package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AncestryTest {
    @Test
    void knowsTheSavesThatCameBefore() {
        var ancestry = Ancestry.none().after(seed(1)).after(seed(2));
        assertThat(ancestry.saves()).hasSize(2).first().satisfies(name -> {
            assertThat(Ancestry.isNamed(name, seed(2))).isTrue();
            assertThat(Ancestry.isNamed(name, seed(1))).isFalse();
        });
        assertThat(ancestry.includes(seed(1))).isTrue();
        assertThat(ancestry.includes(seed(3))).isFalse();
    }

    @Test
    void ofTwoWaysHoldsTheNewestOfBoth() {
        var mine = new Ancestry(List.of("m3", "m2", "both"));
        var theirs = new Ancestry(List.of("t2", "both"));
        assertThat(mine.and(theirs).saves()).containsExactly("m3", "t2", "m2", "both");
        assertThat(theirs.and(mine).saves()).containsExactly("t2", "m3", "both", "m2");
        assertThat(mine.newestIn(theirs)).contains("both");
        assertThat(mine.newestIn(Ancestry.none())).isEmpty();
    }

    @Test
    void remembersSixtyFourSaves() {
        var ancestry = Ancestry.none();
        for (int i = 1; i <= 65; i++) {
            ancestry = ancestry.after(seed(i));
        }
        assertThat(ancestry.saves()).hasSize(64);
        assertThat(ancestry.includes(seed(1))).isFalse();
        assertThat(ancestry.includes(seed(2))).isTrue();
        var other = new Ancestry(IntStream.range(0, 64).mapToObj(i -> "o" + i).toList());
        assertThat(ancestry.and(other).saves()).hasSize(64).contains("o31").doesNotContain("o32");
    }

    private static byte[] seed(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return seed;
    }
}
