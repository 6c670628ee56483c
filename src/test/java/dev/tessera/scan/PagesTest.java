package dev.tessera.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of several pages, and the formats that a library reads for us.
class PagesTest {
    private static final String ONE = "otpauth://totp/Example:alice?secret=JBSWY3DPEHPK3PXP";
    private static final String TWO = "otpauth://totp/Example:bob?secret=GEZDGNBVGY3TQOJQ";

    @TempDir
    Path folder;

    @Test
    void everyPageOfATiffIsRead() throws IOException {
        Path file = folder.resolve("scan.tiff");
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var output = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new IIOImage(QrEncoder.image(ONE, 4), null, null), null);
            writer.writeToSequence(new IIOImage(QrEncoder.image(TWO, 4), null, null), null);
            writer.endWriteSequence();
        }
        assertThat(texts(file)).containsExactly(ONE, TWO);
    }

    @Test
    void aLosslessWebpIsRead() throws IOException {
        Path file = Files.write(folder.resolve("code.webp"), LosslessWebp.of(QrEncoder.image(ONE, 3)));
        assertThat(texts(file)).containsExactly(ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-q 40", "-q 95", "-lossless"})
    void aWebpOfTheUsualEncoderIsRead(String options) throws Exception {
        Tools.need("cwebp", "Debian's package webp");
        Path png = folder.resolve("code.png");
        ImageIO.write(QrEncoder.image(ONE, 3), "png", png.toFile());
        Path webp = folder.resolve("code.webp");
        var command = new ArrayList<>(List.of("cwebp", "-quiet"));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of(png.toString(), "-o", webp.toString()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        assertThat(texts(webp)).containsExactly(ONE);
    }

    @Test
    void everyPageOfAPdfIsReadPicturesAndDrawings() throws IOException {
        Path file = folder.resolve("invitation.pdf");
        try (var document = new PDDocument()) {
            withPicture(document, QrEncoder.image(ONE, 3));
            withDrawing(document, QrEncoder.modules(TWO));
            document.save(file.toFile());
        }
        assertThat(texts(file)).containsExactly(ONE, TWO);
    }

    @Test
    void aPosterIsReadInBoundedPixels() throws IOException {
        Path file = folder.resolve("poster.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(8_000, 8_000));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, QrEncoder.image(ONE, 4)), 1_000, 1_000, 2_000, 2_000);
            }
            document.save(file.toFile());
        }
        assertThat(ImageFile.readFirst(file).getWidth()).isBetween(3_990, 4_010);
        assertThat(texts(file)).containsExactly(ONE);
    }

    @Test
    void textWithoutAFontOfItsOwnNeedsNoFontOfTheComputer() throws IOException {
        Path file = folder.resolve("letter.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ITALIC), 12);
                content.newLineAtOffset(100, 700);
                content.showText("Scan this:");
                content.endText();
                content.drawImage(
                        LosslessFactory.createFromImage(document, QrEncoder.image(ONE, 3)), 100, 400, 120, 120);
            }
            document.save(file.toFile());
        }
        assertThat(texts(file)).containsExactly(ONE);
    }

    @Test
    void aLockedPdfIsNamedSo() throws IOException {
        Path file = folder.resolve("locked.pdf");
        try (var document = new PDDocument()) {
            withPicture(document, QrEncoder.image(ONE, 3));
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> texts(file))
                .withMessage("locked.pdf is protected with a password: open it in a viewer and scan the screen");
    }

    @Test
    void aBookIsRefusedBeforeItIsDrawn() throws IOException {
        Path file = folder.resolve("book.pdf");
        try (var document = new PDDocument()) {
            for (int i = 0; i <= ImageFile.MAX_PAGES; i++) {
                document.addPage(new PDPage());
            }
            document.save(file.toFile());
        }
        assertThatExceptionOfType(UnreadableImageException.class)
                .isThrownBy(() -> texts(file))
                .withMessage("book.pdf has 101 pages; at most 100 can be read: extract the pages with codes");
    }

    private static List<String> texts(Path file) throws IOException {
        var texts = new ArrayList<String>();
        ImageFile.read(
                file,
                (page, _, _) -> new QrDecoder().decode(page).symbols().forEach(symbol -> texts.add(symbol.text())));
        return texts;
    }

    private static void withPicture(PDDocument document, BufferedImage code) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.drawImage(LosslessFactory.createFromImage(document, code), 100, 500, 80, 80);
        }
    }

    private static void withDrawing(PDDocument document, boolean[][] modules) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.setNonStrokingColor(Color.BLACK);
            for (int y = 0; y < modules.length; y++) {
                for (int x = 0; x < modules.length; x++) {
                    if (modules[y][x]) {
                        content.addRect(200 + 2f * x, 600 - 2f * y, 2, 2);
                    }
                }
            }
            content.fill();
        }
    }
}
