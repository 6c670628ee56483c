package dev.tessera.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2idTest {

    @Test
    void givesTheTagOfRfc9106Section53() {
        byte[] tag = new Argon2id(32, 3, 4).derive(repeat(1, 32), repeat(2, 16), repeat(3, 8), repeat(4, 12), 32);
        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    @Test
    void dependsOnPasswordSaltAndEachNumber() {
        byte[] usual = new Argon2id(16, 1, 1).derive(repeat(1, 4), repeat(2, 16), 32);
        assertThat(new Argon2id(16, 1, 1).derive(repeat(1, 4), repeat(2, 16), 32))
                .isEqualTo(usual);
        assertThat(new Argon2id(16, 1, 1).derive(repeat(9, 4), repeat(2, 16), 32))
                .isNotEqualTo(usual);
        assertThat(new Argon2id(16, 1, 1).derive(repeat(1, 4), repeat(9, 16), 32))
                .isNotEqualTo(usual);
        assertThat(new Argon2id(24, 1, 1).derive(repeat(1, 4), repeat(2, 16), 32))
                .isNotEqualTo(usual);
        assertThat(new Argon2id(16, 2, 1).derive(repeat(1, 4), repeat(2, 16), 32))
                .isNotEqualTo(usual);
        assertThat(new Argon2id(16, 1, 2).derive(repeat(1, 4), repeat(2, 16), 32))
                .isNotEqualTo(usual);
    }

    @Test
    void leavesThePasswordToItsOwner() {
        byte[] password = repeat(7, 4);
        byte[] derived = new Argon2id(16, 1, 1).derive(password, repeat(2, 16), 32);
        assertThat(derived).hasSize(32);
        assertThat(password).isEqualTo(repeat(7, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "7,1,1,memory in KiB is 7; it must be 8 to 1048576",
        "31,1,4,memory in KiB is 31; it must be 32 to 1048576",
        "1048577,1,1,memory in KiB is 1048577",
        "-2147483648,1,1,memory in KiB is -2147483648",
        "64,0,1,iterations is 0; it must be 1 to 16",
        "64,17,1,iterations is 17",
        "64,1,0,parallelism is 0; it must be 1 to 8",
        "128,1,9,parallelism is 9"
    })
    void refusesNumbersOutOfBoundsBeforeAnyWork(int memoryKib, int iterations, int parallelism, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Argon2id(memoryKib, iterations, parallelism))
                .withMessageContaining(message);
    }

    private static byte[] repeat(int value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
