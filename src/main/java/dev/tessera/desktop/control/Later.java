package dev.tessera.desktop.control;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Runs something once, after a while.
@FunctionalInterface
public interface Later {
    /// Runs `task` after `delay` unless the returned handle cancels it before.
    Handle after(Duration delay, Runnable task);

    /// Calls a waiting task off.
    @FunctionalInterface
    interface Handle {
        /// Does nothing if the task has run.
        void cancel();
    }

    /// On the threads of `executor`.
    static Later on(ScheduledExecutorService executor) {
        return (delay, task) -> {
            var future = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        };
    }
}
