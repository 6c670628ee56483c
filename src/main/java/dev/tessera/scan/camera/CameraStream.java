package dev.tessera.scan.camera;

import java.awt.image.BufferedImage;

/// A camera that is on. The thread that takes its pictures closes it, too.
public interface CameraStream extends AutoCloseable {
    /// The next picture, as soon as there is one.
    ///
    /// @throws CameraException if it was unplugged, or no picture came within [Cameras#PATIENCE]
    /// @throws InterruptedException if the thread is to do something else
    BufferedImage next() throws CameraException, InterruptedException;

    /// Switches it off: its light goes out. Closing it twice does no harm.
    @Override
    void close();
}
