package dev.tessera.desktop;

import dev.tessera.presence.Presence;
import java.util.concurrent.Executor;

/// Locks the window when the computer tells that the person has left it.
final class AwayLock implements Presence.Listener, AutoCloseable {
    private final TesseraWindow window;
    private final Presence presence;
    private final Executor waiting;
    private final Executor ui;

    /// @param waiting where it may wait for others, each time on a thread of its own
    /// @param ui the thread of the window
    AwayLock(TesseraWindow window, Presence presence, Executor waiting, Executor ui) {
        this.window = window;
        this.presence = presence;
        this.waiting = waiting;
        this.ui = ui;
    }

    /// Begins to listen. What is lost meanwhile, as when the bus was started anew, is looked for at each unlocking:
    /// only then there is something to lock, and no timer is needed.
    void start() {
        window.onUnlock(this::listen);
        listen();
    }

    private void listen() {
        waiting.execute(() -> presence.listen(this));
    }

    @Override
    public void sessionLocked() {
        ui.execute(() -> window.lock(LockReason.SESSION));
    }

    @Override
    public void aboutToSleep() {
        ui.execute(() -> window.lock(LockReason.SLEEP));
    }

    @Override
    public void close() {
        waiting.execute(presence::close);
    }
}
