package dev.tessera.socket;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How long one process waits for another: channels have no limit of their own.
public final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private Patience() {}

    /// Waits for another process.
    @FunctionalInterface
    public interface Step<T> {
        T run() throws IOException;
    }

    /// Takes the step; closes what it waits at if that takes too long.
    ///
    /// @return empty if it took too long
    public static <T> Optional<T> with(Closeable channel, Step<T> step) throws IOException {
        var task = new FutureTask<>(step::run);
        Thread.ofPlatform().daemon().name("tessera-call").start(task);
        try {
            return Optional.of(task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            channel.close();
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            channel.close();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new AssertionError("a step fails with nothing else", e);
        }
    }
}
