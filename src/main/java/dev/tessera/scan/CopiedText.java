package dev.tessera.scan;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.StringSelection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A text that we put on the clipboard, ours until another program copies something. Ending the process clears it, too.
public final class CopiedText implements AutoCloseable {
    private final Clipboard clipboard;
    private final CountDownLatch replaced;
    private final Thread clearing = Thread.ofPlatform().unstarted(this::clear);

    CopiedText(Clipboard clipboard, CountDownLatch replaced) {
        this.clipboard = clipboard;
        this.replaced = replaced;
        Runtime.getRuntime().addShutdownHook(clearing);
    }

    /// Waits until the time is over or another program copied something.
    ///
    /// @return whether the clipboard still holds our text
    public boolean await(Duration time) throws InterruptedException {
        return !replaced.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Clears the clipboard, unless it holds something else by now.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(clearing);
        } catch (IllegalStateException _) {
            return; // The machine is going down, and the hook clears it.
        }
        clear();
    }

    private void clear() {
        if (replaced.getCount() > 0) {
            try {
                clipboard.setContents(new StringSelection(""), null);
            } catch (IllegalStateException _) {
                // Another program holds it right now, so that ours is gone.
            }
        }
    }
}
