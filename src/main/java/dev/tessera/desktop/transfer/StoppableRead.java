package dev.tessera.desktop.transfer;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The reading of a file on the work thread, which can be stopped from the window's. Only while it runs is that thread
/// interrupted: whatever it does next, such as a save, never sees it.
final class StoppableRead {
    private @Nullable Thread running;
    private boolean stopped;

    /// Reads, unless it was stopped before; a read that is stopped ends at its next block.
    ///
    /// @return nothing if it was stopped
    <T> Optional<T> run(Supplier<T> read) {
        if (!begin()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.get());
        } catch (CancellationException _) {
            return Optional.empty(); // Whoever stopped it has told the person already.
        } finally {
            end();
        }
    }

    synchronized void stop() {
        stopped = true;
        if (running != null) {
            running.interrupt();
        }
    }

    private synchronized boolean begin() {
        running = stopped ? null : Thread.currentThread();
        return running != null;
    }

    private synchronized void end() {
        running = null;
        if (stopped) {
            Thread.interrupted();
        }
    }
}
