package dev.tessera.scan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/// Reads picture files within bounds: at most 100 megapixels, checked before decoding.
public final class ImageFile {
    private ImageFile() {}

    /// @throws UnreadableImageException if the file is no picture, broken or too large, with the reason in words
    public static BufferedImage read(Path file) throws IOException {
        throw new UnsupportedOperationException("to come: " + file);
    }
}
