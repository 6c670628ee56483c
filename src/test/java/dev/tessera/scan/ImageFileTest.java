package dev.tessera.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.vault.file.OtherJvm;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
    private static final String LINK = "otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff"})
    void aCodeInAPictureFileIsRead(String format) throws IOException {
        Path file = Files.write(folder.resolve("code." + format), picture(format));
        assertThat(new QrDecoder().decode(ImageFile.readFirst(file)).symbols())
                .extracting(QrSymbol::text)
                .containsExactly(LINK);
    }

    @Test
    void theContentCountsNotTheName() throws IOException {
        Path file = Files.write(folder.resolve("holiday.jpg"), picture("png"));
        assertThat(ImageFile.readFirst(file).getWidth())
                .isEqualTo(QrEncoder.image(LINK, 4).getWidth());
    }

    @Test
    void aPictureThatCameAsBytesIsRead() throws IOException {
        assertThat(first(picture("gif")).getHeight())
                .isEqualTo(QrEncoder.image(LINK, 4).getHeight());
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> ImageFile.readFirst(folder.resolve("none.png")))
                .withMessage("there is no file " + folder.resolve("none.png"));
    }

    @Test
    void aFolderIsNoPicture() {
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> ImageFile.readFirst(folder))
                .withMessage(folder.getFileName() + " is a folder: give the pictures in it one by one");
    }

    @Test
    void anEmptyFileIsNamedSo() throws IOException {
        refuses("empty.png", new byte[0], "empty.png is empty");
    }

    @Test
    void aTextIsNamedSoWithoutBeingTold() throws IOException {
        refuses(
                "notes.png",
                LINK.getBytes(StandardCharsets.UTF_8),
                "notes.png is text, not a picture: give a PNG, JPEG, GIF, BMP, TIFF, WebP or PDF file");
    }

    @Test
    void unknownBytesAreNamedSo() throws IOException {
        refuses(
                "x.png",
                new byte[] {1, 2, 3, (byte) 0x80, 0, 0, 9},
                "x.png is a file that Tessera does not recognise as a picture: give a PNG, JPEG, GIF, BMP, TIFF, "
                        + "WebP or PDF file");
    }

    @ParameterizedTest
    @CsvSource({"1234ftypavif5678, AVIF", "1234ftypheic5678, HEIF", "<svg xmlns='http', SVG"})
    void whatIsNotReadYetIsNamedWithAWayOut(String start, String format) throws IOException {
        refuses(
                "code",
                start.getBytes(StandardCharsets.ISO_8859_1),
                "code is in the format " + format
                        + ", which Tessera cannot read yet: save it as PNG, or open it and scan the screen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff", "webp", "pdf"})
    void aFileThatEndsEarlyNeverCrashes(String format) throws IOException {
        byte[] whole = picture(format);
        for (int length = 8; length < whole.length; length += Math.max(1, whole.length / 60)) {
            byte[] start = Arrays.copyOf(whole, length);
            try {
                assertThat(first(start).getWidth()).isPositive();
            } catch (UnreadableImageException refused) {
                assertThat(refused).hasMessageMatching("the picture is (a damaged or incomplete|text|a file that).*");
            }
        }
    }

    @Test
    void aPngThatEndsEarlyIsNamedSo() throws IOException {
        byte[] whole = picture("png");
        refuses(
                "half.png",
                Arrays.copyOf(whole, whole.length / 2),
                "half.png is a damaged or incomplete PNG file: download or save it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff", "webp", "pdf"})
    void anyFlippedByteGivesAPictureOrASentence(String format) throws IOException {
        byte[] whole = picture(format);
        for (int i = 0; i < whole.length; i += Math.max(1, whole.length / 250)) {
            byte[] broken = whole.clone();
            broken[i] ^= (byte) 0xFF;
            try {
                assertThat(first(broken).getWidth()).isPositive();
            } catch (UnreadableImageException refused) {
                assertThat(refused.getMessage()).startsWith("the picture ");
            }
        }
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        refuses(
                "bomb.png",
                pngHeader(50_000, 50_000),
                "bomb.png has 50000 x 50000 pixels; at most 100 megapixels can be read: crop it to the part with "
                        + "the code");
    }

    /// The JDK's reader would make a table of 2³⁰ numbers.
    @ParameterizedTest
    @ValueSource(strings = {"8 8 17", "8 8 30", "31 8 8", "8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8"})
    void aTiffWithSamplesThatNoProgramWritesIsRefusedBeforeItIsDecoded(String bits) throws IOException {
        refuses("scan.tiff", tiff(bits), "scan.tiff is a TIFF file of a kind that Tessera cannot read: save it as PNG");
    }

    @Test
    void aPictureForWhichThereIsNotEnoughMemoryIsNamedSo() throws Exception {
        var file = folder.resolve("poster.png");
        ImageIO.write(new BufferedImage(8_000, 8_000, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
        var process = OtherJvm.prepared(List.of("-Xmx40m"), FirstPage.class, file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("poster.png needs more memory than is available: crop it to the part with the code");
    }

    /// Reads a picture in a process of its own, and says why it cannot.
    static final class FirstPage {
        private FirstPage() {}

        public static void main(String[] arguments) throws IOException {
            try {
                ImageFile.readFirst(Path.of(arguments[0]));
            } catch (UnreadableImageException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    /// A TIFF that says of itself what no encoder would say: the entry of its directory for the samples is another.
    private static byte[] tiff(String bits) throws IOException {
        byte[] plain = picture("tiff");
        var samples = bits.split(" ");
        var file = ByteBuffer.allocate(plain.length + 2 * samples.length).put(plain);
        file.order(plain[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int entry = file.getInt(4) + 2;
        while (file.getShort(entry) != BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE) {
            entry += 12;
        }
        file.putInt(entry + 4, samples.length).putInt(entry + 8, plain.length);
        for (var sample : samples) {
            file.putShort(Short.parseShort(sample));
        }
        return file.array();
    }

    private void refuses(String name, byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> ImageFile.readFirst(file))
                .withMessage(message);
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage code = QrEncoder.image(LINK, 4);
        if (format.equals("webp")) {
            return LosslessWebp.of(code);
        }
        if (format.equals("pdf")) {
            return pdf(code);
        }
        BufferedImage colour = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_RGB);
        colour.getGraphics().drawImage(code, 0, 0, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(colour, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] pdf(BufferedImage code) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(100, 100));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, code), 0, 0, 100, 100);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static BufferedImage first(byte[] content) throws IOException {
        List<BufferedImage> pages = new ArrayList<>();
        ImageFile.read(content, (page, _, _) -> pages.add(page));
        return pages.getFirst();
    }

    /// A PNG that says how large it is, and holds nothing.
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(33);
        header.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        header.putInt(13).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array(), 12, 17);
        return header.putInt((int) crc.getValue()).array();
    }
}
