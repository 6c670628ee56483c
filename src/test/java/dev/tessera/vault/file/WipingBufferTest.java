package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WipingBufferTest {
    @Test
    void holdsWhatIsWrittenAsItGrows() {
        byte[] expected = new byte[100_000];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte) (i * 7);
        }
        try (var buffer = new WipingBuffer()) {
            int single = 16 * 1024 + 1; // one more than there is room for at first
            for (int i = 0; i < single; i++) {
                buffer.write(expected[i]);
            }
            assertThat(buffer.toByteArray()).isEqualTo(Arrays.copyOf(expected, single));
            buffer.write(expected, single, 7);
            buffer.write(expected, single + 7, expected.length - single - 7);
            assertThat(buffer.toByteArray()).isEqualTo(expected);
        }
    }

    @Test
    void isAllZerosOnceClosed() {
        var buffer = new WipingBuffer();
        buffer.write(new byte[] {1, 2, 3}, 0, 3);
        buffer.close();
        assertThat(buffer.toByteArray()).containsExactly(0, 0, 0);
    }
}
