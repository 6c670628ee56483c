package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @Property
    void readsWhatIsWritten(
            @ForAll @LongRange(min = -62_200_000_000L, max = 253_500_000_000L) long second,
            @ForAll @LongRange(min = 0, max = 999_999_999) long nanos) {
        var time = Instant.ofEpochSecond(second, nanos);
        assertThat(Times.parse(time.toString())).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-25T12:00:00Z",
                "2026-11-25T12:00:00.5Z",
                "2026-11-25T12:00:00.000000001Z",
                "2024-02-29T23:59:59.999999999Z",
                "2026-11-25T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-11-25T12:00:00+01:00",
                "2026-11-25t12:00:00z",
                "2026-11-25T12:00:00.5z",
                "2026-11-25T12:00:00.Z",
                "+12026-11-25T12:00:00Z",
                "-0001-11-25T12:00:00Z",
            })
    void readsEachFormAsThePlatformDoes(String text) {
        assertThat(Times.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-25T12:00:00",
                "2026-11-25T12:00:00.1234567890Z",
                "2026-02-29T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-11-25T12:60:00Z",
                "2026-11-25T12:00:61Z",
                "2026-11-25T25:00:00Z",
                "2026-11-25 12:00:00Z",
                "2026-11-25T12:00Z",
                "2026/11-25T12:00:00Z",
                "2026-11-25T12.00:00Z",
                "2026-11-25T12:00:0 Z",
                "2026-11-25T12:00:00,5Z",
                "2026-11-25T12:00:0aZ",
                "\u0662\u0660\u0662\u0666-11-25T12:00:00Z",
            })
    void refusesWhatThePlatformRefuses(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Times.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
