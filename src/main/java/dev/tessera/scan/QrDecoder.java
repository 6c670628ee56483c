package dev.tessera.scan;

import java.awt.image.BufferedImage;

/// Reads every QR code of a picture, dark on light and light on dark.
public final class QrDecoder {
    /// Reads `image`, which stays as it is.
    public ScanResult decode(BufferedImage image) {
        throw new UnsupportedOperationException("to come: " + image);
    }
}
