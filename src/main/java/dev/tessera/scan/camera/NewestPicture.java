package dev.tessera.scan.camera;

import dev.tessera.scan.ImageFile;
import dev.tessera.scan.UnreadableImageException;
import dev.tessera.scan.camera.CameraException.Fault;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pictures of a network camera. A thread of its own reads all that comes and keeps the newest: a slow reader sees
/// fewer pictures and no old ones.
final class NewestPicture implements CameraStream {
    /// Where one answer is one picture, the next is not asked for sooner.
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(100);

    /// Where the pictures come from.
    interface Source extends AutoCloseable {
        /// @throws CameraException if it does not answer, or refuses
        JpegFrames frames() throws CameraException;

        /// What is wrong if an answer holds none.
        CameraException noPictures();

        @Override
        void close();
    }

    private final String name;
    private final Source source;
    private final Thread reader;
    private byte @Nullable [] newest;
    private @Nullable CameraException failure;
    private boolean closed;

    NewestPicture(String name, JpegFrames first, Source source) {
        this.name = name;
        this.source = source;
        this.reader = Thread.ofPlatform().daemon().name("network camera").start(() -> read(first));
    }

    @Override
    public BufferedImage next() throws CameraException, InterruptedException {
        while (true) {
            List<BufferedImage> pages = new ArrayList<>(1);
            try {
                ImageFile.read(nextJpeg(), (page, _, _) -> pages.add(page));
                return pages.getFirst();
            } catch (UnreadableImageException _) {
                // Hurt on its way; the next one comes in a moment, or the wait for it ends.
            } catch (CameraException ours) {
                throw ours;
            } catch (IOException impossible) {
                throw new AssertionError("bytes in memory are read", impossible);
            }
        }
    }

    private synchronized byte[] nextJpeg() throws CameraException, InterruptedException {
        long end = System.nanoTime() + Cameras.PATIENCE.toNanos();
        while (newest == null) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (closed) {
                throw new InterruptedException("the camera was switched off");
            }
            if (failure != null) {
                throw failure;
            }
            if (left <= 0) {
                throw Faults.silent(name);
            }
            wait(left);
        }
        byte[] jpeg = newest;
        newest = null;
        return jpeg;
    }

    private void read(JpegFrames first) {
        JpegFrames frames = first;
        int count = 0;
        while (true) {
            try {
                keep(frames.next());
                count++;
            } catch (EOFException _) {
                // One picture an answer is as good as a stream: the next is asked for.
                if (count == 0) {
                    fail(source.noPictures());
                    return;
                }
                try {
                    Thread.sleep(BETWEEN_REQUESTS);
                    frames = source.frames();
                    count = 0;
                } catch (CameraException gone) {
                    fail(gone.fault() == Fault.SILENT ? lost(gone) : gone);
                    return;
                } catch (InterruptedException _) {
                    return;
                }
            } catch (IOException broken) {
                fail(count == 0 ? source.noPictures() : lost(broken));
                return;
            }
        }
    }

    private synchronized void keep(byte[] jpeg) {
        newest = jpeg;
        notifyAll();
    }

    private synchronized void fail(CameraException why) {
        failure = why;
        notifyAll();
    }

    private CameraException lost(Exception cause) {
        return new CameraException(
                Fault.UNPLUGGED,
                "The connection to %s was lost. Check that its app is still open, then start the camera again."
                        .formatted(name),
                cause);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        reader.interrupt();
        source.close();
    }
}
