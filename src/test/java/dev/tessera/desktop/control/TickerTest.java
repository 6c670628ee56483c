package dev.tessera.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickerTest {
    private final FakeTime time = new FakeTime(Instant.parse("2026-11-25T12:00:00.400Z"));
    private final Ticker ticker = new Ticker(time, new Threads(Runnable::run, Runnable::run, time));
    private final List<Instant> ticks = new ArrayList<>();

    TickerTest() {
        ticker.nowProperty().addListener((_, _, now) -> ticks.add(now));
    }

    @Test
    void itTicksAtTheStartOfEachSecond() {
        ticker.start();
        time.pass(Duration.ofMillis(2700));
        assertThat(ticks)
                .containsExactly(
                        Instant.parse("2026-11-25T12:00:01Z"),
                        Instant.parse("2026-11-25T12:00:02Z"),
                        Instant.parse("2026-11-25T12:00:03Z"));
    }

    @Test
    void stoppedItHasNothingWaiting() {
        ticker.start();
        time.pass(Duration.ofSeconds(1));
        ticker.stop();
        assertThat(time.waiting()).isZero();
        ticks.clear();
        time.pass(Duration.ofSeconds(60));
        assertThat(ticks).isEmpty();
    }

    @Test
    void itTicksAtOnceWhenItsClockTellsAnotherTime() {
        ticker.tickNow();
        assertThat(ticks).as("where it does not run, nobody looks").isEmpty();
        ticker.start();
        ticks.clear();
        time.set(Instant.parse("2026-11-25T13:00:00.400Z"));
        ticker.tickNow();
        assertThat(ticks).containsExactly(Instant.parse("2026-11-25T13:00:00.400Z"));
        assertThat(time.waiting()).isEqualTo(1);
    }

    /// As when a tick finds out that the clock is to go by another time.
    @Test
    void aTickWithinATickLeavesOneToCome() {
        ticker.nowProperty().subscribe(now -> {
            if (now.equals(Instant.parse("2026-11-25T12:00:01Z"))) {
                time.set(now.plusSeconds(45));
                ticker.tickNow();
            }
        });
        ticker.start();
        time.pass(Duration.ofMillis(600));
        assertThat(ticker.now()).isEqualTo(Instant.parse("2026-11-25T12:00:46Z"));
        assertThat(time.waiting()).isEqualTo(1);
    }

    @Test
    void startedTwiceItTicksOnce() {
        ticker.start();
        ticker.start();
        assertThat(time.waiting()).isEqualTo(1);
    }

    @Test
    void startedAgainItTellsTheTimeAtOnce() {
        ticker.start();
        ticker.stop();
        time.pass(Duration.ofMinutes(5));
        ticker.start();
        assertThat(ticker.now()).isEqualTo(Instant.parse("2026-11-25T12:05:00.400Z"));
    }
}
