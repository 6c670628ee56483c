package dev.tessera.scan;

import dev.tessera.scan.detect.GreyImage;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// An open picture file and its pages. Pages are decoded one at a time, so that only one is in memory.
interface PictureFile extends Closeable {
    /// At least 1.
    int pageCount() throws IOException;

    /// @param index from 0
    /// @throws UnreadableImageException if the page is larger than [GreyImage#MAX_PIXELS]
    /// @throws IOException if the page is broken
    BufferedImage page(int index) throws IOException;

    /// What ImageIO reads. Of a GIF only the first picture: the others are what changed since.
    ///
    /// @param name what the picture is called in messages
    static PictureFile ofImageIo(ImageInputStream input, PictureKind kind, String name)
            throws UnreadableImageException {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(kind.label().toLowerCase(Locale.ROOT));
        if (!readers.hasNext()) {
            throw new UnreadableImageException("this Java cannot read " + kind.label() + ": save " + name + " as PNG");
        }
        ImageReader reader = readers.next();
        reader.setInput(input, false, true);
        return new PictureFile() {
            @Override
            public int pageCount() throws IOException {
                return kind == PictureKind.TIFF ? reader.getNumImages(true) : 1;
            }

            @Override
            public BufferedImage page(int index) throws IOException {
                Optional<BufferedImage> plain = kind == PictureKind.PNG ? PlainPng.read(input) : Optional.empty();
                if (plain.isPresent()) {
                    return plain.get();
                }
                checkSize(reader.getWidth(index), reader.getHeight(index), name);
                if (kind == PictureKind.TIFF) {
                    TiffSamples.check(reader, index, name);
                }
                return reader.read(index);
            }

            @Override
            public void close() throws IOException {
                reader.dispose();
                input.close();
            }
        };
    }

    /// @throws UnreadableImageException if those are more pixels than [GreyImage#MAX_PIXELS]
    static void checkSize(long width, long height, String name) throws UnreadableImageException {
        if (width * height > GreyImage.MAX_PIXELS) {
            throw new UnreadableImageException(
                    "%s has %d x %d pixels; at most 100 megapixels can be read: crop it to the part with the code"
                            .formatted(name, width, height));
        }
    }
}
