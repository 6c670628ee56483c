package dev.tessera.demo.account;

import dev.tessera.crypto.Argon2id;
import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hashes and checks passwords with Argon2id, as many at once as there are cores, with a bounded queue: a flood
/// of log-ins can take neither the memory nor all the time of the machine.
final class Passwords implements AutoCloseable {
    private static final int MOST_WAITING = 64;

    private final Argon2id cost;
    private final SecureRandom random;
    private final ThreadPoolExecutor workers;
    private final PasswordHash nobodys;

    /// @param cost what each check costs; 19 MiB, 2 passes and 1 lane or more outside of tests
    Passwords(Argon2id cost, SecureRandom random) {
        this(cost, random, Runtime.getRuntime().availableProcessors(), MOST_WAITING);
    }

    /// @param atOnce how many are checked at once
    /// @param waiting how many more may wait for their turn
    Passwords(Argon2id cost, SecureRandom random, int atOnce, int waiting) {
        this.cost = cost;
        this.random = random;
        this.workers = new ThreadPoolExecutor(atOnce, atOnce, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting));
        this.nobodys = PasswordHash.of(new char[0], cost, random);
    }

    /// The form to be stored.
    String hash(String password) throws BusyException {
        return inTurn(
                () -> PasswordHash.of(password.toCharArray(), cost, random).format());
    }

    /// Whether `password` is the one behind `stored`. Where nothing is stored (no such person, or no
    /// password yet) the same work is done and the answer is no, so that the time tells nothing.
    boolean matches(String password, @Nullable String stored) throws StoreException, BusyException {
        var expected = stored == null ? nobodys : PasswordHash.parse(stored);
        boolean same = inTurn(() -> expected.matches(password.toCharArray()));
        return same && stored != null;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    private <T> T inTurn(Callable<T> work) throws BusyException {
        try {
            return workers.submit(work).get();
        } catch (RejectedExecutionException _) {
            throw new BusyException();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Argon2id failed", e.getCause());
        }
    }
}
