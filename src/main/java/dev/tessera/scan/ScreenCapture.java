package dev.tessera.scan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/// Takes pictures of every screen, in the screen's own pixels.
public final class ScreenCapture {
    private ScreenCapture() {}

    /// One picture per screen.
    ///
    /// @throws ScreenCaptureException if there is no display or it may not be captured; the message says what to do
    public static List<BufferedImage> captureAll() throws IOException {
        throw new UnsupportedOperationException("to come");
    }
}
