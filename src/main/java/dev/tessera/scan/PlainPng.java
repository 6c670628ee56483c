package dev.tessera.scan;

import dev.tessera.scan.detect.GreyImage;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// The PNG files that screens are kept in, in an eighth less time than by ImageIO, which copies each row more than
/// once:
/// red, green and blue, perhaps alpha, eight bits each, from the top to the bottom (PNG third edition, 9 and 11.2).
///
/// Whatever else there is in a file, from a colour profile to a fault, is left to ImageIO.
final class PlainPng {
    private static final int HEADER = 0x49484452;
    private static final int DATA = 0x49444154;
    private static final int END = 0x49454E44;
    private static final int PROFILE = 0x69434350;
    private static final int TRANSPARENCY = 0x74524E53;
    private static final int SIGNATURE_LENGTH = 8;
    private static final int HEADER_LENGTH = 13;
    private static final int CHECKSUM_LENGTH = 4;
    private static final int BUFFER = 1 << 16;
    private static final int COLOUR = 2;
    private static final int COLOUR_AND_ALPHA = 6;
    private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

    private final ImageInputStream input;
    private final int width;
    private final int height;
    private final int bands;
    private final byte[] pixels;
    private final byte[] row;
    private final byte[] buffer = new byte[BUFFER];
    private int rowFilled;
    private int rows;

    private PlainPng(ImageInputStream input, int width, int height, int bands) {
        this.input = input;
        this.width = width;
        this.height = height;
        this.bands = bands;
        pixels = new byte[width * height * bands];
        row = new byte[1 + width * bands];
    }

    /// Reads from the start of `input`, and leaves it there.
    ///
    /// @return nothing if the file is not of this kind, or not whole
    static Optional<BufferedImage> read(ImageInputStream input) throws IOException {
        input.seek(SIGNATURE_LENGTH);
        try {
            PlainPng png = ofHeader(input);
            return png != null && png.readChunks() ? Optional.of(png.image()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } finally {
            input.seek(0);
        }
    }

    private static @Nullable PlainPng ofHeader(ImageInputStream input) throws IOException {
        if (input.readInt() != HEADER_LENGTH || input.readInt() != HEADER) {
            return null;
        }
        long width = input.readUnsignedInt();
        long height = input.readUnsignedInt();
        int depth = input.readUnsignedByte();
        int colours = input.readUnsignedByte();
        boolean usual = input.readUnsignedShort() == 0;
        boolean interlaced = input.readUnsignedByte() != 0;
        input.skipBytes(CHECKSUM_LENGTH);
        boolean fits = width > 0 && height > 0 && width <= GreyImage.MAX_PIXELS / height;
        boolean plain = depth == Byte.SIZE && (colours == COLOUR || colours == COLOUR_AND_ALPHA);
        return fits && plain && usual && !interlaced
                ? new PlainPng(input, (int) width, (int) height, colours == COLOUR ? 3 : 4)
                : null;
    }

    private boolean readChunks() throws IOException {
        try (Inflater inflater = new Inflater()) {
            while (rows < height) {
                int length = input.readInt();
                if (length < 0) {
                    return false;
                }
                switch (input.readInt()) {
                    case PROFILE, TRANSPARENCY, END -> {
                        return false;
                    }
                    case DATA -> readData(length, inflater);
                    default -> input.seek(input.getStreamPosition() + length);
                }
                input.skipBytes(CHECKSUM_LENGTH);
            }
            return true;
        } catch (DataFormatException _) {
            return false;
        }
    }

    private void readData(int length, Inflater inflater) throws IOException, DataFormatException {
        int left = length;
        while (left > 0) {
            int count = Math.min(left, BUFFER);
            input.readFully(buffer, 0, count);
            left -= count;
            inflater.setInput(buffer, 0, count);
            fillRows(inflater);
        }
    }

    private void fillRows(Inflater inflater) throws DataFormatException {
        while (rows < height) {
            int got = inflater.inflate(row, rowFilled, row.length - rowFilled);
            if (got == 0) {
                return;
            }
            rowFilled += got;
            if (rowFilled == row.length) {
                unfilter(rows * width * bands);
                rowFilled = 0;
                rows++;
            }
        }
    }

    /// Undoes what a row was filtered by (9.2): each byte is told by its difference from what is expected. Before the
    /// first row and the first pixel, zeros are taken for given.
    private void unfilter(int to) throws DataFormatException {
        int length = width * bands;
        System.arraycopy(row, 1, pixels, to, length);
        byte[] bytes = pixels;
        int above = to - length;
        boolean first = rows == 0;
        switch (row[0]) {
            case 0 -> {}
            case 1 -> addLeft(bytes, to, length, bands);
            case 2 -> {
                if (!first) {
                    addAbove(bytes, to, length, length);
                }
            }
            case 3 -> {
                for (int i = 0; i < length; i++) {
                    int left = i < bands ? 0 : bytes[to + i - bands] & 0xFF;
                    bytes[to + i] += (byte) ((left + (first ? 0 : bytes[above + i] & 0xFF)) / 2);
                }
            }
            case 4 -> {
                if (first) {
                    // Of zeros above and to the left of them, the one to the left is always nearest.
                    addLeft(bytes, to, length, bands);
                } else {
                    addAbove(bytes, to, bands, length);
                    addPaeth(bytes, to, length, bands);
                }
            }
            default -> throw new DataFormatException("no such filter");
        }
    }

    private static void addLeft(byte[] bytes, int to, int length, int bands) {
        for (int i = to + bands; i < to + length; i++) {
            bytes[i] += bytes[i - bands];
        }
    }

    private static void addAbove(byte[] bytes, int to, int count, int length) {
        for (int i = to; i < to + count; i++) {
            bytes[i] += bytes[i - length];
        }
    }

    private static void addPaeth(byte[] bytes, int to, int length, int bands) {
        for (int i = to + bands; i < to + length; i++) {
            int above = i - length;
            bytes[i] += (byte) paeth(bytes[i - bands] & 0xFF, bytes[above] & 0xFF, bytes[above - bands] & 0xFF);
        }
    }

    /// Of the three neighbours the one nearest to what their slope foretells (9.4).
    private static int paeth(int left, int above, int corner) {
        int fromLeft = Math.abs(above - corner);
        int fromAbove = Math.abs(left - corner);
        int fromCorner = Math.abs(left + above - 2 * corner);
        if (fromLeft <= fromAbove && fromLeft <= fromCorner) {
            return left;
        }
        return fromAbove <= fromCorner ? above : corner;
    }

    private BufferedImage image() {
        int[] offsets = bands == 3 ? new int[] {0, 1, 2} : new int[] {0, 1, 2, 3};
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(pixels, pixels.length), width, height, width * bands, bands, offsets, null);
        boolean alpha = bands == 4;
        ColorModel colours = new ComponentColorModel(
                SRGB, alpha, false, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, raster, false, null);
    }
}
