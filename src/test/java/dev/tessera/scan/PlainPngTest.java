package dev.tessera.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPngTest {
    private static final int COLOUR = 2;
    private static final int WIDTH = 23;
    private static final int HEIGHT = 11;

    private final Random random = new Random(4);

    @ParameterizedTest
    @CsvSource({"2,0", "2,1", "2,2", "2,3", "2,4", "6,0", "6,1", "6,2", "6,3", "6,4"})
    void eachFilterGivesThePixelsThatImageIoGives(int colours, int filter) throws IOException {
        byte[] file = png(8, colours, 0, data(filter, colours == COLOUR ? 3 : 4), new byte[0]);

        assertThat(pixels(plain(file))).isEqualTo(pixels(ImageIO.read(new ByteArrayInputStream(file))));
    }

    @Test
    void theDataMayComeInManyChunks() throws IOException {
        byte[] data = data(4, 3);
        byte[] whole = png(8, COLOUR, 0, data, new byte[0]);
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.write(Arrays.copyOf(whole, 33));
        for (int i = 0; i < data.length; i += 7) {
            parts.write(chunk("IDAT", Arrays.copyOfRange(data, i, Math.min(data.length, i + 7))));
        }

        assertThat(pixels(plain(parts.toByteArray()))).isEqualTo(pixels(plain(whole)));
    }

    @Test
    void otherKindsAreLeftToImageIo() throws IOException {
        byte[] data = data(0, 3);

        assertThat(read(png(16, COLOUR, 0, data, new byte[0]))).as("16 bits").isEmpty();
        assertThat(read(png(8, 0, 0, data, new byte[0]))).as("grey").isEmpty();
        assertThat(read(png(8, 3, 0, data, new byte[0]))).as("palette").isEmpty();
        assertThat(read(png(8, COLOUR, 1, data, new byte[0]))).as("interlaced").isEmpty();
        assertThat(read(png(8, COLOUR, 0, data, chunk("iCCP", new byte[20]))))
                .as("profile")
                .isEmpty();
        assertThat(read(png(8, COLOUR, 0, data, chunk("tRNS", new byte[6]))))
                .as("one colour transparent")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 20, 33, 50, 100, -13, -30})
    void aFileCutOffIsLeftToImageIoAndItsStreamIsAtTheStart(int length) throws IOException {
        byte[] file = png(8, COLOUR, 0, data(2, 3), new byte[0]);
        byte[] cut = Arrays.copyOf(file, length >= 0 ? length : file.length + length);
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(cut))) {
            boolean isWhole = length == -13;
            assertThat(PlainPng.read(input).isPresent()).isEqualTo(isWhole);
            assertThat(input.getStreamPosition()).isZero();
        }
    }

    @Test
    void nothingThatIsBrokenIsTakenForAPicture() throws IOException {
        byte[] unknownFilter = png(8, COLOUR, 0, data(5, 3), new byte[0]);
        byte[] noDeflate = png(8, COLOUR, 0, new byte[100], new byte[0]);

        assertThat(read(unknownFilter)).isEmpty();
        assertThat(read(noDeflate)).isEmpty();
    }

    @Test
    void noBytesMakeItThrow() throws IOException {
        byte[] file = png(8, COLOUR, 0, data(3, 3), chunk("pHYs", new byte[9]));
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = file.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                // Not in the size: as many pixels as there may be take their time.
                int place = random.nextInt(changed.length - 16);
                changed[place < 8 ? 8 + place : 16 + place] = (byte) random.nextInt();
            }
            read(changed);
        }
    }

    private static BufferedImage plain(byte[] file) throws IOException {
        return read(file).orElseThrow();
    }

    private static Optional<BufferedImage> read(byte[] file) throws IOException {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            return PlainPng.read(input);
        }
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /// Rows of noise under one filter: what they stand for is different under each.
    private byte[] data(int filter, int bands) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            for (int y = 0; y < HEIGHT; y++) {
                byte[] row = new byte[WIDTH * bands];
                random.nextBytes(row);
                deflater.write(filter);
                deflater.write(row);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] png(int depth, int colours, int interlace, byte[] data, byte[] more) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(WIDTH);
        fields.writeInt(HEIGHT);
        fields.write(new byte[] {(byte) depth, (byte) colours, 0, 0, (byte) interlace});
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        file.write(chunk("IHDR", header.toByteArray()));
        file.write(more);
        file.write(chunk("IDAT", data));
        file.write(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(StandardCharsets.US_ASCII));
        checksum.update(content);
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(chunk);
        fields.writeInt(content.length);
        fields.write(type.getBytes(StandardCharsets.US_ASCII));
        fields.write(content);
        fields.writeInt((int) checksum.getValue());
        return chunk.toByteArray();
    }
}
