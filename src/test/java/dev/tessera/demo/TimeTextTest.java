package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1 second",
        "1000, 1 second",
        "1001, 2 seconds",
        "0, 1 second",
        "-5000, 1 second",
        "60000, 60 seconds",
        "90000, 90 seconds",
        "90001, 2 minutes",
        "300000, 5 minutes",
        "3540001, 60 minutes"
    })
    void aWaitIsRoundedUp(long millis, String text) {
        assertThat(TimeText.wait(FakeClock.START, FakeClock.START.plusMillis(millis)))
                .isEqualTo(text);
    }
}
