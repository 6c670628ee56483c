package dev.tessera.walk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Calls into the toolkit's thread from another one, and waits there for what shall come.
///
/// @param patience how long any of it may take
record Ui(Duration patience) {

    /// Something to do in the window that gives nothing back.
    @FunctionalInterface
    interface Deed {
        void run() throws IOException;
    }

    /// Runs `task` on the toolkit's thread; its result.
    ///
    /// @throws IOException what `task` threw, or that it took too long
    <T> T call(Callable<T> task) throws IOException {
        var result = new FutureTask<>(task);
        Platform.runLater(result);
        return get(result, "an answer");
    }

    /// The same for what has no result.
    void run(Deed deed) throws IOException {
        call(() -> {
            deed.run();
            return true;
        });
    }

    /// Asks at each frame until `condition` holds.
    ///
    /// @param what is waited for, to be told if it does not come
    /// @throws IOException if it does not hold within the patience
    void await(String what, Callable<Boolean> condition) throws IOException {
        var lastAnswer = new CompletableFuture<FutureTask<Boolean>>();
        var timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                var answer = new FutureTask<>(condition);
                answer.run();
                if (answer.state() != Future.State.SUCCESS || answer.resultNow()) {
                    stop();
                    lastAnswer.complete(answer);
                }
            }
        };
        Platform.runLater(timer::start);
        try {
            get(get(lastAnswer, what), what);
        } finally {
            Platform.runLater(timer::stop);
        }
    }

    private <T> T get(Future<T> result, String what) throws IOException {
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("called off");
        } catch (TimeoutException _) {
            throw new WalkException(
                    "the window did not come to " + what + " within " + patience.toSeconds() + " seconds");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IllegalStateException("a fault in the window", failure.getCause());
        }
    }
}
