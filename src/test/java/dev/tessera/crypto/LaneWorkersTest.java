package dev.tessera.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LaneWorkersTest {

    @Test
    void theWorkOfOneLaneStaysOnTheThreadThatAsks() {
        var thread = Thread.currentThread();
        try (var workers = new LaneWorkers(1)) {
            workers.run(List.of(() -> assertThat(Thread.currentThread()).isSameAs(thread)));
        }
    }

    @Test
    void comesBackWhenAllIsDone() {
        var done = Collections.synchronizedList(new ArrayList<Integer>());
        try (var workers = new LaneWorkers(4)) {
            workers.run(List.of(() -> done.add(1), () -> done.add(2), () -> done.add(3), () -> done.add(4)));
        }
        assertThat(done).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void failsWithItsWork() {
        try (var workers = new LaneWorkers(2)) {
            assertThatThrownBy(() -> workers.run(List.of(() -> {}, () -> {
                        throw new IllegalArgumentException("a lane's");
                    })))
                    .hasRootCauseMessage("a lane's");
        }
    }

    @Test
    void closesOnlyWhenNothingRunsAnyMoreThoughItWasInterrupted() {
        var asking = Thread.currentThread();
        var released = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        Runnable lane = () -> {
            asking.interrupt();
            while (released.getCount() > 0) {
                Thread.onSpinWait(); // as a lane that has not come to look yet
            }
            ended.set(true);
        };
        try (var workers = new LaneWorkers(2)) {
            assertThatThrownBy(() -> workers.run(List.of(lane, () -> {}))).isInstanceOf(CancellationException.class);
            assertThat(ended).isFalse();
            released.countDown();
        }
        assertThat(ended).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }
}
