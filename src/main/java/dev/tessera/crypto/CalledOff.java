package dev.tessera.crypto;

import java.util.concurrent.CancellationException;

/// How work that takes long is stopped: whoever wants it no longer interrupts the thread that does it, and it looks
/// here between its blocks. Other programs' files may ask for any cost.
public final class CalledOff {
    private CalledOff() {}

    /// Goes on, unless this thread was interrupted; the mark of that stays.
    ///
    /// @throws CancellationException if it was
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("called off");
        }
    }
}
