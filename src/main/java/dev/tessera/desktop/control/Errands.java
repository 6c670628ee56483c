package dev.tessera.desktop.control;

import static dev.tessera.desktop.control.Messages.sentence;
import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.keyring.KeyringException;
import dev.tessera.vault.file.VaultException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What is done for the window beside its thread, and may fail: then the person is told why. Nothing comes back after
/// it was closed.
public final class Errands {
    private final Threads threads;
    private final Told told;
    private volatile boolean closed;

    /// @param told takes what happened, with its undo
    public Errands(Threads threads, Told told) {
        this.threads = threads;
        this.told = told;
    }

    /// Where one line about what happened is shown.
    @FunctionalInterface
    public interface Told {
        void tell(String text, Optional<Runnable> undo);
    }

    /// Done on another thread.
    @FunctionalInterface
    public interface Step<T> {
        T run() throws IOException;
    }

    /// Does it on the work thread.
    ///
    /// @param then takes the result, on the window's thread
    /// @param failed is run on the window's thread before the person is told why
    public <T> void run(Step<T> step, Consumer<T> then, Runnable failed) {
        run(threads.work(), step, then, failed);
    }

    /// The same by another executor: for what may take long, so that nothing else waits for it.
    public <T> void run(Executor executor, Step<T> step, Consumer<T> then, Runnable failed) {
        executor.execute(() -> {
            try {
                var result = step.run();
                onUi(() -> then.accept(result));
            } catch (IOException failure) {
                failed(failed, why(failure, text("notice.not-saved")));
            } catch (IllegalArgumentException failure) {
                failed(failed, text("notice.cannot-be-kept"));
            } catch (IllegalStateException failure) {
                // Such as a counter at its end; or the vault was locked meanwhile, and nobody is there to be told.
                failed(failed, sentence(failure.getMessage()));
            }
        });
    }

    /// Why something failed, as a sentence for a person.
    ///
    /// @param otherwise where the disk or the system alone knows why
    public static String why(IOException failure, String otherwise) {
        return failure instanceof VaultException || failure instanceof KeyringException
                ? sentence(failure.getMessage())
                : otherwise;
    }

    /// Tells what happened, from any thread.
    public void tell(String what, Optional<Runnable> undo) {
        onUi(() -> told.tell(what, undo));
    }

    /// Runs it on the window's thread, unless this is closed by then.
    public void onUi(Runnable task) {
        threads.ui().execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    public void close() {
        closed = true;
    }

    private void failed(Runnable failed, String why) {
        onUi(() -> {
            failed.run();
            told.tell(why, Optional.empty());
        });
    }
}
