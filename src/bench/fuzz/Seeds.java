import dev.tessera.scan.QrEncoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// Small pictures of each format and some links to begin with: `Seeds FOLDER`.
public final class Seeds {
    private Seeds() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        var code = QrEncoder.image("otpauth://totp/a?secret=JBSWY3DPEHPK3PXP", 2);
        var colour = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_RGB);
        colour.createGraphics().drawImage(code, 0, 0, null);
        for (String format : new String[] {"png", "jpeg", "gif", "bmp", "tiff"}) {
            ImageIO.write(colour, format, folder.resolve("code." + format).toFile());
        }
        // The smallest lossless picture, one white pixel; a fuzzer makes more of it.
        Files.write(folder.resolve("dot.webp"), new byte[] {
            'R', 'I', 'F', 'F', 26, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', 'L', 13, 0, 0, 0, 0x2F, 0, 0, 0, 0, 7, 16,
            -3, -113, -2, 7, 34, -94, -1, 1, 0
        });
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(60, 60));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, code), 5, 5, 50, 50);
            }
            document.save(folder.resolve("code.pdf").toFile());
        }
        Files.writeString(folder.resolve("totp.txt"), "otpauth://totp/Acme:jo?secret=JBSWY3DPEHPK3PXP&issuer=Acme&algorithm=SHA256&digits=8&period=60");
        Files.writeString(folder.resolve("hotp.txt"), "otpauth://hotp/jo?secret=JBSWY3DPEHPK3PXP&counter=7");
        Files.writeString(folder.resolve("steam.txt"), "otpauth://steam/jo?secret=JBSWY3DPEHPK3PXP");
        Files.writeString(
                folder.resolve("transfer.txt"),
                "otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoHRXhhbXBsZSABKAEwAhABGAEgAA%3D%3D");
    }
}
