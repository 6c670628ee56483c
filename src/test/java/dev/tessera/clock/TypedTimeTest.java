package dev.tessera.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    /// What is typed, how many seconds that is from noon in UTC, and whether the zone is sure.
    @ParameterizedTest
    @CsvSource({
        "13:00:00, 0, true",
        "13:00:45, 45, true",
        "12:50:00, -600, true",
        "9:00:00, -14400, false",
        "14:00:10, 3610, false",
        "13:45:01, 2701, false",
        "13:08:00, 480, true",
        "12:00:45Z, 45, true",
        "12:00:45+00:00, 45, true",
        "13:00:45+01, 45, true",
        "17:30:45+05:30, 45, true",
        "17:30:45 +0530, 45, true",
        "07:00:00-05:00, 0, true",
        "00:30:00, 41400, false",
        "2026-11-28T13:00:00, 86400, false",
        "2026-11-28T12:00:00Z, 86400, true",
        "2026-11-26 13:00:00+01:00, -86400, true",
    })
    void aTimeIsTheNearestOfItsKind(String text, long seconds, boolean sure) {
        var typed = TypedTime.parse(text, NOON, BERLIN);
        // Some time has gone by until it was typed: a second, as likely as not.
        assertThat(typed.offset()).isEqualTo(new Offset(Duration.ofSeconds(seconds + 1), Duration.ofSeconds(2)));
        assertThat(typed.isZoneSure()).isEqualTo(sure);
    }

    @Test
    void aroundMidnightTheDayIsTheNearOne() {
        var late = Instant.parse("2026-11-27T22:59:50Z"); // ten seconds before midnight in Berlin
        assertThat(TypedTime.parse("00:00:05", late, BERLIN).offset().amount()).isEqualTo(Duration.ofSeconds(16));
        var early = Instant.parse("2026-11-27T23:00:05Z");
        assertThat(TypedTime.parse("23:59:50", early, BERLIN).offset().amount()).isEqualTo(Duration.ofSeconds(-14));
    }

    /// At the end of summer time an hour comes twice: the nearer one is meant.
    @Test
    void anHourThatComesTwiceIsTheNearOne() {
        var first = Instant.parse("2026-10-25T00:30:00Z");
        var second = Instant.parse("2026-10-25T01:30:00Z");
        assertThat(TypedTime.parse("02:30:00", first, BERLIN).offset().amount()).isEqualTo(Duration.ofSeconds(1));
        assertThat(TypedTime.parse("02:30:00", second, BERLIN).offset().amount())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "13:00",
                "25:00:00",
                "13:60:00",
                "noon",
                "13:00:00 Europe/Berlin",
                "13:00:00+19:00",
                "1:2:3",
                "2026-02-30T13:00:00",
                "13:00:00.5",
                "2026-03-29T02:30:00"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> TypedTime.parse(text, NOON, BERLIN)).isInstanceOf(IllegalArgumentException.class);
    }
}
