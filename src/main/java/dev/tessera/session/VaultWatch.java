package dev.tessera.session;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Tells when vault files in a folder change: by other programs, other computers, and by this one too. It tells once
/// for changes that come close together, and costs nothing while there are none.
///
/// Not every file system tells (shares over a network do not tell what other computers do): it is a help, and no
/// replacement for looking when the window is entered and before each save.
public final class VaultWatch implements AutoCloseable {
    private static final String ENDING = ".tessera";
    private static final long QUIET_MILLIS = 250;

    private final WatchService service;
    private final Runnable changed;

    private VaultWatch(WatchService service, Runnable changed) {
        this.service = service;
        this.changed = changed;
    }

    /// Watches the folder of `file`.
    ///
    /// @param changed called on a thread of the watch
    /// @throws IOException if this folder cannot be watched
    public static VaultWatch of(Path file, Runnable changed) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("this is not a valid file name: " + file);
        }
        WatchService service = folder.getFileSystem().newWatchService();
        try {
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
        } catch (IOException | RuntimeException e) {
            service.close();
            throw e;
        }
        VaultWatch watch = new VaultWatch(service, changed);
        Thread.ofPlatform().daemon().name("vault-watch").start(watch::run);
        return watch;
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException _) {
            // Nothing is told any more, which is what was wanted.
        }
    }

    private void run() {
        try {
            while (true) {
                boolean wanted = drain(service.take());
                // Until it is quiet: a synchroniser writes a file in many steps.
                for (WatchKey more = next(); more != null; more = next()) {
                    wanted |= drain(more);
                }
                if (wanted) {
                    changed.run();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException _) {
            // Closed: the thread ends.
        }
    }

    private @Nullable WatchKey next() throws InterruptedException {
        return service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static boolean drain(WatchKey key) {
        boolean wanted = false;
        for (var event : key.pollEvents()) {
            // Without a name, there were too many to tell them one by one.
            wanted |= !(event.context() instanceof Path name) || name.toString().endsWith(ENDING);
        }
        key.reset();
        return wanted;
    }
}
