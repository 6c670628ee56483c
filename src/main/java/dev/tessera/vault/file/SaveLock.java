package dev.tessera.vault.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Lets one save at a time work on a vault, among threads and among processes.
///
/// The lock is on a file of its own beside the vault, since the vault's own file is replaced at each
/// save. It is never removed: a process might wait on it under a name that another has made anew.
final class SaveLock implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 5;
    private static final Map<Path, ReentrantLock> WITHIN_PROCESS = new ConcurrentHashMap<>();

    private final ReentrantLock threads;
    private final @Nullable FileChannel channel;
    private final @Nullable FileLock processes;

    private SaveLock(ReentrantLock threads, @Nullable FileChannel channel, @Nullable FileLock processes) {
        this.threads = threads;
        this.channel = channel;
        this.processes = processes;
    }

    /// Waits for its turn, half a minute at most. Where the folder has no locks, goes on without.
    ///
    /// @throws NotSavedException if another process keeps the lock
    /// @throws IllegalStateException if this thread is saving this vault already
    static SaveLock acquire(Path vault) throws IOException {
        return acquire(vault, PATIENCE);
    }

    static SaveLock acquire(Path vault, Duration patience) throws IOException {
        var threads = WITHIN_PROCESS.computeIfAbsent(vault, _ -> new ReentrantLock());
        if (threads.isHeldByCurrentThread()) {
            throw new IllegalStateException("an edit was begun within an edit");
        }
        threads.lock();
        try {
            var channel = open(vault);
            return new SaveLock(threads, channel, channel == null ? null : waitFor(channel, patience));
        } catch (IOException e) {
            threads.unlock();
            throw e;
        }
    }

    /// Whether other processes are kept out too.
    boolean isHeld() {
        return processes != null;
    }

    @Override
    public void close() throws IOException {
        try {
            if (processes != null) {
                processes.release();
            }
            if (channel != null) {
                channel.close();
            }
        } finally {
            threads.unlock();
        }
    }

    /// Nothing if no file can be made: then neither can the vault be saved here, and that will be told.
    private static @Nullable FileChannel open(Path vault) {
        try {
            var file = vault.resolveSibling("." + vault.getFileName() + ".lock");
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException _) {
            return null;
        }
    }

    /// Closes the channel if it waits in vain.
    ///
    /// @return nothing where the folder has no locks
    static @Nullable FileLock waitFor(FileChannel channel, Duration patience) throws IOException {
        try {
            return tryUntil(System.nanoTime() + patience.toNanos(), channel);
        } catch (NotSavedException | InterruptedIOException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryUntil(long end, FileChannel channel)
            throws NotSavedException, InterruptedIOException {
        while (System.nanoTime() < end) {
            try {
                var lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (IOException _) {
                return null;
            }
            DiskCalls.pause(PAUSE_MILLIS);
        }
        throw NotSavedException.busy();
    }
}
