package dev.tessera.cli;

import dev.tessera.session.VaultSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A session that is there until somebody ends it, or nobody has asked for it for a while. Safe for several threads.
final class OpenWhile implements Supplier<Optional<VaultSession>> {
    private final VaultSession session;
    private final InstantSource clock;
    private final Duration limit;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Instant asked;

    /// @param limit zero: for ever
    OpenWhile(VaultSession session, InstantSource clock, Duration limit) {
        this.session = session;
        this.clock = clock;
        this.limit = limit;
        asked = clock.instant();
    }

    /// Empty from the end on. A computer that slept past the limit is not asked any more, either.
    @Override
    public synchronized Optional<VaultSession> get() {
        if (ended.getCount() == 0 || isOver()) {
            end();
            return Optional.empty();
        }
        asked = clock.instant();
        return Optional.of(session);
    }

    void end() {
        ended.countDown();
    }

    /// Waits for the end.
    void awaitEnd() throws InterruptedException {
        if (limit.isZero()) {
            ended.await();
        }
        while (!ended.await(left().toMillis() + 1, TimeUnit.MILLISECONDS)) {
            if (isOver()) {
                end();
            }
        }
    }

    private synchronized boolean isOver() {
        return !limit.isZero() && !left().isPositive();
    }

    private synchronized Duration left() {
        return limit.minus(Duration.between(asked, clock.instant()));
    }
}
