package dev.tessera.cli;

import java.awt.AWTError;
import java.awt.HeadlessException;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The clipboard as AWT reaches it.
final class SystemClipboard implements Clipboard {
    private static final String NONE =
            "There is no clipboard without a desktop. Run this in a desktop session, or use standard output.";
    private static final String BUSY = "The clipboard is in use by another program. Try again.";

    @Override
    public void requireThere() throws IOException {
        clipboard();
    }

    @Override
    public Optional<BufferedImage> picture() throws IOException {
        var clipboard = clipboard();
        try {
            return clipboard.isDataFlavorAvailable(DataFlavor.imageFlavor)
                    ? Optional.of(drawn((Image) clipboard.getData(DataFlavor.imageFlavor)))
                    : Optional.empty();
        } catch (UnsupportedFlavorException _) {
            return Optional.empty();
        } catch (IllegalStateException _) {
            throw new IOException(BUSY);
        }
    }

    @Override
    public Copied copy(String text) throws IOException {
        var clipboard = clipboard();
        var selection = new StringSelection(text);
        var replaced = new CountDownLatch(1);
        try {
            clipboard.setContents(selection, (_, _) -> replaced.countDown());
        } catch (IllegalStateException _) {
            throw new IOException(BUSY);
        }
        return new OwnedText(clipboard, replaced);
    }

    private static java.awt.datatransfer.Clipboard clipboard() throws IOException {
        try {
            return Toolkit.getDefaultToolkit().getSystemClipboard();
        } catch (HeadlessException | AWTError _) {
            throw new IOException(NONE);
        }
    }

    private static BufferedImage drawn(Image image) {
        if (image instanceof BufferedImage buffered) {
            return buffered;
        }
        var drawn = new BufferedImage(image.getWidth(null), image.getHeight(null), BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return drawn;
    }

    /// Ours until another program copies something. Ctrl+C clears it, too.
    private static final class OwnedText implements Copied {
        private final java.awt.datatransfer.Clipboard clipboard;
        private final CountDownLatch replaced;
        private final Thread clearing = Thread.ofPlatform().unstarted(this::clear);

        OwnedText(java.awt.datatransfer.Clipboard clipboard, CountDownLatch replaced) {
            this.clipboard = clipboard;
            this.replaced = replaced;
            Runtime.getRuntime().addShutdownHook(clearing);
        }

        @Override
        public void await(Duration time) throws InterruptedException {
            var _ = replaced.await(time.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            Runtime.getRuntime().removeShutdownHook(clearing);
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
}
