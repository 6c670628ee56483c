package dev.tessera.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryAtRestTest {
    private final FakeTime time = new FakeTime(Instant.EPOCH);
    private final AtomicBoolean locked = new AtomicBoolean(true);
    private final AtomicInteger collections = new AtomicInteger();
    private final MemoryAtRest memory = new MemoryAtRest(time, locked::get, collections::incrementAndGet);

    @Test
    void givesMemoryBackOnceAfterTheStart() {
        pass(2);
        assertThat(collections).hasValue(0);
        pass(1);
        assertThat(collections).hasValue(1);
        pass(3_600);
        assertThat(collections).hasValue(1);
        assertThat(time.waiting()).isZero();
    }

    @Test
    void givesMemoryBackAfterUnlockingAndAfterLocking() {
        pass(3);
        change(false);
        pass(3);
        assertThat(collections).hasValue(2);
        change(true);
        pass(3);
        assertThat(collections).hasValue(3);
    }

    @Test
    void waitsUntilTheWindowHasComeToRest() {
        pass(2);
        change(false);
        pass(2);
        change(true);
        pass(2);
        assertThat(collections).hasValue(0);
        pass(1);
        assertThat(collections).hasValue(1);
    }

    @Test
    void doesNothingForAChangeOfTheVault() {
        change(false);
        pass(3);
        memory.look();
        memory.look();
        assertThat(time.waiting()).isZero();
    }

    private void change(boolean nowLocked) {
        locked.set(nowLocked);
        memory.look();
    }

    private void pass(int seconds) {
        time.pass(Duration.ofSeconds(seconds));
    }
}
