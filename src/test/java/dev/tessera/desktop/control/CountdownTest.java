package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.otp.Code;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {
    @ParameterizedTest
    @CsvSource({
        "30, 0, 30, false",
        "30, 8.001, 22, false",
        "30, 24.999, 6, false",
        "30, 25, 5, true",
        "30, 29.9, 1, true",
        "10, 6.5, 4, false",
        "10, 7, 3, true",
        "60, 55, 5, true",
        "1, 0.5, 1, true"
    })
    void secondsAreRoundedUpAndTheEndIsTold(int period, double gone, int left, boolean nearEnd) {
        var from = Instant.ofEpochSecond(1_764_072_000);
        var code = new Code("123456", from, from.plusSeconds(period));
        var countdown = Countdown.of(code, from.plusMillis(Math.round(gone * 1000)));
        assertThat(countdown.secondsLeft()).isEqualTo(left);
        assertThat(countdown.isNearEnd()).isEqualTo(nearEnd);
        assertThat(countdown.fraction()).isEqualTo((double) left / period);
    }

    @Test
    void aCounterCodeCountsNothingDown() {
        assertThatThrownBy(() -> Countdown.of(Code.ofCounter("755224"), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
