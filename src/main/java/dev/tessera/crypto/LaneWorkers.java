package dev.tessera.crypto;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Does the work of several lanes at once, on as many threads as there are processors; where one is enough, on the
/// thread that asks for it.
final class LaneWorkers implements AutoCloseable {
    private final @Nullable ExecutorService threads;

    LaneWorkers(int lanes) {
        int count = Math.min(lanes, Runtime.getRuntime().availableProcessors());
        var factory = Thread.ofPlatform().daemon().name("tessera-lanes").factory();
        threads = count == 1 ? null : Executors.newFixedThreadPool(count, factory);
    }

    /// Comes back when each piece of work is done.
    ///
    /// @throws CancellationException if this thread was interrupted meanwhile; the mark of that stays
    void run(List<? extends Runnable> work) {
        if (threads == null) {
            work.forEach(Runnable::run);
            return;
        }
        try {
            List<Callable<Object>> calls =
                    work.stream().map(Executors::callable).toList();
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("called off");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Comes back when nothing runs any more: only then may what was worked on be wiped.
    @Override
    public void close() {
        if (threads != null) {
            threads.close();
        }
    }
}
