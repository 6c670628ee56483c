package dev.tessera.scan;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;

/// What a TIFF says of its samples and tiles, looked at before it is decoded: the JDK's reader makes a table of 2ⁿ
/// numbers for samples of n bits, and room for a whole tile, however small the picture is.
final class TiffSamples {
    private static final int MOST_BITS_OF_A_TABLE = 16;
    private static final int MOST_SAMPLES = 16;

    private TiffSamples() {}

    /// @throws UnreadableImageException if no program writes such
    static void check(ImageReader reader, int page, String name) throws IOException {
        var directory = TIFFDirectory.createFromMetadata(reader.getImageMetadata(page));
        var bits = directory.getTIFFField(BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE);
        int samples = bits == null ? 1 : bits.getCount();
        if (samples > MOST_SAMPLES) {
            throw unusual(name);
        }
        for (int i = 0; bits != null && i < samples; i++) {
            // Those of 32 and 64 bits are fractions, which need no table.
            if (bits.getAsInt(i) > MOST_BITS_OF_A_TABLE && bits.getAsInt(i) % Integer.SIZE != 0) {
                throw unusual(name);
            }
        }
        if (reader.isImageTiled(page)) {
            PictureFile.checkSize(reader.getTileWidth(page), reader.getTileHeight(page), name);
        }
    }

    private static UnreadableImageException unusual(String name) {
        return new UnreadableImageException(
                name + " is a TIFF file of a kind that Tessera cannot read: save it as PNG");
    }
}
