package dev.tessera.scan.camera;

import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.ScanResult;
import java.awt.image.BufferedImage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Looks through a camera for QR codes until it is closed: one thread takes the pictures and shows each, another looks
/// for codes in the newest. Both hand over on their own threads. While nothing moves before the camera, and there is no
/// code, it looks only every two seconds.
public final class CameraWatch implements AutoCloseable {
    /// Twelve looks a second are as good as thirty for a hand that holds a phone, and cost less.
    static final Duration BETWEEN_LOOKS = Duration.ofMillis(80);

    private static final Duration BUDGET = Duration.ofMillis(200);

    /// While something moves, the next picture is worth more than a long look at this one; but each fourth is long.
    private static final Duration SHORT_BUDGET = Duration.ofMillis(60);

    private static final int LONG_EACH = 4;

    /// What stands still is looked at so often before it counts as nothing: a program that has just begun is slow.
    private static final int LOOKS_AT_STILL = 8;

    /// What is too small to be noticed is found all the same.
    private static final Duration BETWEEN_LOOKS_AT_NOTHING = Duration.ofSeconds(2);

    private final Camera camera;
    private final Watcher watcher;
    private final Thread taking;
    private final Thread looking;
    private @Nullable BufferedImage newest;
    private boolean closed;
    private volatile boolean still;

    /// What is told of a camera.
    public interface Watcher {
        /// A picture was taken. It may be drawn, and not be changed.
        ///
        /// @param still whether nothing moves before the camera
        void taken(BufferedImage picture, boolean still);

        /// What a look at a picture showed: codes with their corners in its pixels, or none.
        void looked(ScanResult result, BufferedImage picture);

        /// It is over: the camera failed. A look that was under way may still be told.
        void failed(CameraException why);
    }

    private CameraWatch(Camera camera, Watcher watcher) {
        this.camera = camera;
        this.watcher = watcher;
        this.taking = Thread.ofPlatform().daemon().name("camera").unstarted(this::take);
        this.looking = Thread.ofPlatform().daemon().name("camera codes").unstarted(this::look);
    }

    /// Switches the camera on, on a thread of its own.
    public static CameraWatch start(Camera camera, Watcher watcher) {
        var watch = new CameraWatch(camera, watcher);
        watch.taking.start();
        watch.looking.start();
        return watch;
    }

    private void take() {
        try (CameraStream stream = camera.open()) {
            while (!isClosed()) {
                BufferedImage picture = stream.next();
                offer(picture);
                watcher.taken(picture, still);
            }
        } catch (CameraException why) {
            if (!isClosed()) {
                close();
                watcher.failed(why);
            }
        } catch (InterruptedException _) {
            // It was closed.
        } finally {
            close();
        }
    }

    private void look() {
        var decoder = new QrDecoder();
        var scenery = new Scenery();
        boolean sees = false;
        int looks = 0;
        int looksAtStill = 0;
        long due = System.nanoTime();
        try {
            while (true) {
                BufferedImage picture = newest();
                long start = System.nanoTime();
                still = !scenery.changed(picture);
                looksAtStill = still && !sees ? looksAtStill : 0;
                if (looksAtStill < LOOKS_AT_STILL || start - due >= 0) {
                    looks++;
                    looksAtStill++;
                    Duration budget = still || looks % LONG_EACH == 0 ? BUDGET : SHORT_BUDGET;
                    ScanResult result = decoder.decode(picture, budget, this::isClosed);
                    if (isClosed()) {
                        return;
                    }
                    watcher.looked(result, picture);
                    sees = !result.symbols().isEmpty();
                    due = System.nanoTime() + BETWEEN_LOOKS_AT_NOTHING.toNanos();
                }
                Duration rest = BETWEEN_LOOKS.minusNanos(System.nanoTime() - start);
                if (rest.isPositive()) {
                    Thread.sleep(rest);
                }
            }
        } catch (InterruptedException _) {
            // It was closed.
        }
    }

    private synchronized void offer(BufferedImage picture) {
        newest = picture;
        notifyAll();
    }

    private synchronized BufferedImage newest() throws InterruptedException {
        while (newest == null) {
            if (closed) {
                throw new InterruptedException();
            }
            wait();
        }
        BufferedImage picture = newest;
        newest = null;
        return picture;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /// Switches the camera off. Its light is out within the time of one picture; a thread that waits for a picture of a
    /// network camera stops waiting.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        taking.interrupt();
        looking.interrupt();
    }
}
