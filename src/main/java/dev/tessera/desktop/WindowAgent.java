package dev.tessera.desktop;

import dev.tessera.agent.Agent;
import dev.tessera.agent.Seat;
import dev.tessera.clock.CodeClock;
import dev.tessera.desktop.control.Threads;
import dev.tessera.session.VaultSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Gives the codes of the vault that the window has open to the command line, and takes its word to lock.
final class WindowAgent {
    private final TesseraWindow window;
    private final Threads threads;
    private final CodeClock clock;
    private final Optional<Path> folder;
    private volatile Optional<VaultSession> open = Optional.empty();
    private Optional<Agent> agent = Optional.empty(); // for the thread of the work alone

    /// @param folder of sockets; where there is none, nobody can ask
    WindowAgent(TesseraWindow window, Threads threads, CodeClock clock, Optional<Path> folder) {
        this.window = window;
        this.threads = threads;
        this.clock = clock;
        this.folder = folder;
    }

    /// The window was perhaps unlocked or locked. From locking on, nothing is told.
    void follow() {
        var now = window.open().map(OpenVault::session);
        if (!now.equals(open)) {
            open = now;
            threads.work().execute(() -> serve(now));
        }
    }

    private void serve(Optional<VaultSession> session) {
        agent.ifPresent(Agent::close);
        agent = session.flatMap(
                present -> Agent.open(folder, Seat.WINDOW, present.file(), () -> open, clock, this::lock));
    }

    /// Waits until it is done, so that who has asked can rely on it. After a fault in it, who has asked is hung up on.
    private void lock() {
        CompletableFuture.runAsync(() -> window.lock(LockReason.KEY), threads.ui())
                .join();
    }
}
