package dev.tessera.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScryptBoundsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 8 | 1 | n is 1; it must be 2 to 1048576",
                "2097152 | 1 | 1 | n is 2097152; it must be 2 to 1048576",
                "16384 | 0 | 1 | r is 0; it must be 1 to 64",
                "16384 | 65 | 1 | r is 65; it must be 1 to 64",
                "16384 | 8 | 0 | p is 0; it must be 1 to 16",
                "16384 | 8 | 17 | p is 17; it must be 1 to 16",
                "16383 | 8 | 1 | n is 16383; it must be a power of two",
                "1048576 | 4 | 1 | memory in bytes is 536870912; it must be 0 to 268435456",
                "262144 | 8 | 3 | work in bytes is 805306368; it must be 0 to 536870912",
            })
    void saysWhichNumberIsOutOfItsRange(int n, int r, int p, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scrypt(n, r, p))
                .withMessage("scrypt: " + said);
    }

    @Test
    void takesWhatIsJustAllowed() {
        assertThat(new Scrypt(262_144, 8, 2).memory()).isEqualTo(256L << 20);
        assertThat(new Scrypt(2, 1, 1).memory()).isEqualTo(256);
    }
}
