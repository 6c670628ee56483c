package dev.tessera.transfer.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.scan.QrEncoder;
import dev.tessera.transfer.Expected;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.Rejected;
import dev.tessera.transfer.TransferParts;
import dev.tessera.transfer.UnsupportedImportException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures, PDFs and web pages, each made as programs make them and read by the product's own scanner.
class QrCodesTest {
    private static final Expected FIRST = Expected.of("Acme / user 1", "3132333435", "totp SHA1 6 30");

    private static String link(int number) {
        return "otpauth://totp/Acme:user%20" + number
                + "?secret=GEZDGNBV&issuer=Acme&algorithm=SHA1&digits=6&period=30";
    }

    private static List<Expected> users(int count) {
        var users = new ArrayList<Expected>();
        for (int i = 1; i <= count; i++) {
            users.add(Expected.of("Acme / user " + i, "3132333435", "totp SHA1 6 30"));
        }
        return users;
    }

    private static byte[] file(BufferedImage picture, String format) {
        var out = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(picture, format, out)).isTrue();
        } catch (IOException e) {
            throw new AssertionError("nothing fails in memory", e);
        }
        return out.toByteArray();
    }

    /// Codes on one white picture, three in a row.
    private static BufferedImage sheet(String... texts) {
        var sheet = new BufferedImage(750, 250 * ((texts.length + 2) / 3), BufferedImage.TYPE_INT_RGB);
        var graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < texts.length; i++) {
            graphics.drawImage(QrEncoder.image(texts[i], 4), i % 3 * 250, i / 3 * 250, null);
        }
        graphics.dispose();
        return sheet;
    }

    private interface Drawing {
        void on(PDDocument document, PDPageContentStream page) throws IOException;
    }

    private static byte[] pdf(Drawing... pages) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (var drawing : pages) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    drawing.on(document, content);
                }
            }
            document.save(out);
        } catch (IOException e) {
            throw new AssertionError("nothing fails in memory", e);
        }
        return out.toByteArray();
    }

    private static Drawing picture(String text) {
        return (document, page) ->
                page.drawImage(LosslessFactory.createFromImage(document, QrEncoder.image(text, 3)), 100, 500, 150, 150);
    }

    /// Each dark module as a square, as a printed sheet has it.
    private static void squares(PDPageContentStream page, String text, float left, float bottom, float width)
            throws IOException {
        boolean[][] modules = QrEncoder.modules(text);
        float side = width / modules.length;
        for (int y = 0; y < modules.length; y++) {
            for (int x = 0; x < modules.length; x++) {
                if (modules[y][x]) {
                    page.addRect(left + x * side, bottom + width - (y + 1) * side, side, side);
                }
            }
        }
        page.fill();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    void aPictureOfEachFormatIsRead(String format) throws ImportException {
        var found = Exports.read(file(sheet(link(1)), format));
        assertThat(found.format()).isEqualTo("qr");
        assertThat(Expected.allOf(found)).containsExactly(FIRST);
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void allCodesOfAPictureAreReadAndTheSameOneOnce() throws ImportException {
        var found = Exports.read(
                file(sheet(link(1), link(2), link(3), link(4), link(5), link(6), link(7), link(1)), "png"));
        assertThat(Expected.allOf(found)).containsExactlyInAnyOrderElementsOf(users(7));
        assertThat(found.rejected()).isEmpty();
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void aCodeThatCannotBeReadIsToldBesideThoseThatCan() throws ImportException {
        var sheet = sheet(link(1), link(2));
        var graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(296, 46, 120, 120); // The middle of the second is gone, its corners are there.
        graphics.dispose();
        var found = Exports.read(file(sheet, "png"));
        assertThat(Expected.allOf(found)).containsExactly(FIRST);
        assertThat(found.notes()).singleElement().asString().startsWith("The picture: There is another QR code");
    }

    @Test
    void partsOfATransferComeTogetherAndMissingOnesAreNamed() throws ImportException {
        var all = Exports.read(pdf(
                picture(TransferParts.link(2, 3, 7)),
                picture(TransferParts.link(3, 3, 7)),
                picture(TransferParts.link(1, 3, 7))));
        assertThat(all.entries()).hasSize(3);
        assertThat(all.notes()).isEmpty();
        var some = Exports.read(file(sheet(TransferParts.link(1, 3, 7), TransferParts.link(3, 3, 7)), "png"));
        assertThat(some.entries()).hasSize(2);
        assertThat(some.notes()).singleElement().asString().contains("3 parts, but these are missing: 2.");
    }

    @Test
    void whatIsNoAccountIsToldByItsPlace() throws ImportException {
        var found = Exports.read(pdf(
                picture("https://example.org/page"),
                picture("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"),
                picture("motp://Acme:ann?secret=e3152afee62599c8"),
                picture("otpauth://totp/Acme:bad?secret=1"),
                picture(link(1))));
        assertThat(Expected.allOf(found)).containsExactly(FIRST);
        assertThat(found.rejected())
                .extracting(Rejected::label)
                .containsExactly("page 2, QR code", "page 3, QR code", "Acme:bad");
        assertThat(found.rejected().getFirst().reason())
                .isEqualTo("it contains a secret without any name; add it by hand and give it a name");
        assertThat(found.notes()).singleElement().asString().startsWith("Page 1, QR code: This is a web address");
    }

    @Test
    void aPdfWithPicturesAndWithDrawnSquaresIsReadAndPagesWithoutCodesDoNotMatter() throws ImportException {
        var found = Exports.read(pdf(
                (_, page) -> {
                    page.addRect(100, 100, 300, 20);
                    page.fill();
                },
                picture(link(1)),
                (_, page) -> squares(page, link(2), 100, 500, 120)));
        assertThat(Expected.allOf(found)).containsExactlyElementsOf(users(2));
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void aSheetFullOfCodesIsReadToTheLast() throws ImportException {
        var found = Exports.read(pdf((_, page) -> {
            for (int i = 0; i < 24; i++) {
                squares(page, link(i + 1), 40 + i % 4 * 135, 680 - i / 4 * 130, 100);
            }
        }));
        assertThat(Expected.allOf(found)).containsExactlyInAnyOrderElementsOf(users(24));
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void anExportedPageIsReadByItsLinksAndItsPictures() throws ImportException {
        var png = Exports.base64(file(QrEncoder.image(link(1), 3), "png"));
        var gif = Exports.base64(file(QrEncoder.image(link(2), 3), "gif"));
        var icon = Exports.base64(file(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png"));
        var found = Exports.read("""
            <!-- written by a program --><!DOCTYPE html>
            <html><head><style>a { b: "otpauth://totp/Style?secret=GEZDGNBV" }</style>
            <SCRIPT>var a = "otpauth://totp/Script?secret=GEZDGNBV" </SCRIPT></head><body>
            <table><tr><td><img src="data:image/png;base64,%s"></td><td><code>%s</code></td></tr>
            <tr><td><img alt='>' src='data:image/gif;base64,%s'></td><td><img src="data:image/png;base64,%s"></td></tr>
            <tr><td><code>otpauth://totp/A &amp; B:user &lt;3&gt;?secret=GEZDGNBV&amp;issuer=A%%20%%26%%20B</code></td></tr>
            <tr><td><a href="otpauth://hotp/Link?secret=GEZDGNBV&#38;counter&#x3D;7">QR</a></td></tr>
            <tr><td>Your link is otpauth://totp/Prose?secret=GEZDGNBV and that is all.</td></tr>
            <tr><td><code>motp://M:m?secret=e3152afee62599c8</code></td></tr>
            </table></body></html>\
            """.formatted(png, link(1).replace("&", "&amp;"), gif, icon));
        assertThat(found.format()).isEqualTo("qr");
        assertThat(Expected.allOf(found))
                .containsExactly(
                        FIRST,
                        Expected.of("A & B / user <3>", "3132333435", "totp SHA1 6 30"),
                        Expected.of(" / Link", "3132333435", "hotp SHA1 6 7"),
                        Expected.of(" / Prose", "3132333435", "totp SHA1 6 30"),
                        Expected.of("Acme / user 2", "3132333435", "totp SHA1 6 30"));
        assertThat(found.rejected()).extracting(Rejected::label).containsExactly("link 5");
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void aPartOfAPageIsAPageToo() throws ImportException {
        var gif = Exports.base64(file(QrEncoder.image(link(1), 3), "gif"));
        var found = Exports.read(
                "\n\t<div>\n<img class=\"img\" src=\"data:image/gif;base64," + gif + "\">\n<h1>Acme</h1></div>");
        assertThat(Expected.allOf(found)).containsExactly(FIRST);
    }

    @Test
    void aBrokenPictureOfAPageIsToldByItsPlace() throws ImportException {
        byte[] png = file(QrEncoder.image(link(1), 3), "png");
        var cut = Exports.base64(Arrays.copyOf(png, 60));
        var found = Exports.read("<html><img src=\"data:image/png;base64," + cut + "\"><p>" + link(1) + "</p></html>");
        assertThat(Expected.allOf(found)).containsExactly(FIRST);
        assertThat(found.notes()).singleElement().asString().startsWith("Picture 1: The picture is a damaged");
    }

    @Test
    void whereNothingIsFoundTheNextStepIsTold() throws IOException {
        var blank = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        assertRefused(file(blank, "png"), "No QR code was found in this picture");
        assertRefused(pdf((_, page) -> page.addRect(1, 1, 1, 1)), "No QR code was found");
        var tiny = new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB);
        tiny.createGraphics().drawImage(QrEncoder.image(link(1), 8), 0, 0, 30, 30, null);
        assertRefused(file(tiny, "png"), "QR code");
        assertRefused("<html><body>Hello</body></html>".getBytes(UTF_8), "neither a link to an account nor a picture");
        assertRefused("<html><img src=\"codes/1.png\"></html>".getBytes(UTF_8), "pictures from other files");
        assertRefused("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8), "SVG");
        assertRefused(
                "<?xml version=\"1.0\"?>\n<!-- drawn -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8),
                "SVG");
        assertRefused("\0\0\0\30ftypheic\0\0\0\0".getBytes(UTF_8), "HEIF");
        assertRefused("\u0089PNG\r\n\u001a\n\0\0".getBytes(ISO_8859_1), "damaged");
        assertRefused(locked(), "protected with a password");
        assertRefused("BM is how this text begins".getBytes(UTF_8), "not in a format that Tessera recognises");
    }

    private static byte[] locked() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
        }
        return out.toByteArray();
    }

    private static void assertRefused(byte[] file, String message) {
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> Exports.read(file))
                .withMessageContaining(message);
    }
}
