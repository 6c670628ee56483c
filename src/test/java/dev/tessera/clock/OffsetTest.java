package dev.tessera.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetTest {
    @ParameterizedTest
    @CsvSource({
        "0, true, 0, 0",
        "1000, true, 0, 1",
        "-1000, true, 0, 1",
        "1001, false, 0, 1",
        "29999, false, 0, 1",
        "30000, false, 1, 1",
        "-30000, false, 1, 1",
        "45000, false, 1, 2",
        "-600000, false, 20, 20",
        "86400000, false, 2880, 2880",
    })
    void theStepsThatCodesAreOff(long millis, boolean right, long fewest, long most) {
        var offset = new Offset(Duration.ofMillis(millis), Duration.ofMillis(20));
        assertThat(offset.isRight()).isEqualTo(right);
        assertThat(offset.fewestSteps()).isEqualTo(fewest);
        assertThat(offset.mostSteps()).isEqualTo(most);
    }

    @Test
    void whatCannotBeToldFromRightIsRight() {
        assertThat(new Offset(Duration.ofSeconds(2), Duration.ofSeconds(2)).isRight())
                .isTrue();
        assertThatThrownBy(() -> new Offset(Duration.ZERO, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
