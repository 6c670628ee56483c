package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.QrSymbol;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What `tessera qr` shows is read by the scanner.
class QrCommandTest extends AtADesk {
    private static final int SQUARE = 4;

    @Test
    void thePictureHoldsTheLinkAndIsForItsOwnerAlone() throws IOException {
        var file = home.resolve("pexip.png");
        var written = desk.unlocked("qr", "pexip", "-o", file.toString());
        assertThat(written.exitCode()).isZero();
        assertThat(written.out().strip()).isEqualTo("written: " + file);
        assertThat(written.out() + written.err()).doesNotContain(Desk.SECRET);
        assertThat(read(ImageIO.read(file.toFile()))).contains("secret=" + Desk.SECRET, "Pexip");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsThereStays() throws IOException {
        var file = Files.writeString(home.resolve("there.png"), "mine");
        var refused = desk.unlocked("qr", "pexip", "-o", file.toString());
        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(refused.err()).contains("there is already a file at", "it was left as it is");
        assertThat(file).hasContent("mine");
        assertThat(desk.unlocked("qr", "pexip", "-o", home + "/no/such/folder.png")
                        .exitCode())
                .isEqualTo(ExitCode.FAILED.number());
    }

    @Test
    void halfBlocksInAPipeAreLightOnDark() {
        var shown = desk.unlocked("qr", "pexip");
        assertThat(shown.exitCode()).isZero();
        assertThat(read(drawn(shown.outLines(), true))).contains("secret=" + Desk.SECRET);
    }

    @Test
    void onATerminalTheyAreBlackOnWhite() {
        desk.terminal.interactive = true;
        var lines = desk.unlocked("qr", "pexip").outLines();
        assertThat(lines).allMatch(line -> line.startsWith("\u001b[30;107m") && line.endsWith("\u001b[0m"));
        var bare = lines.stream()
                .map(line -> line.substring("\u001b[30;107m".length(), line.length() - "\u001b[0m".length()))
                .toList();
        assertThat(read(drawn(bare, false))).contains("secret=" + Desk.SECRET);
    }

    @Test
    void itsLinkIsToldToScripts() throws IOException {
        var fields = new ObjectMapper()
                .readTree(desk.unlocked("qr", "pexip", "--json").out());
        assertThat(fields.path("link").asText()).startsWith("otpauth://totp/").contains(Desk.SECRET);
    }

    private static String read(BufferedImage picture) {
        return new QrDecoder()
                .decode(picture).symbols().stream()
                        .map(QrSymbol::text)
                        .findFirst()
                        .orElse("nothing");
    }

    /// As a terminal draws them.
    private static BufferedImage drawn(List<String> lines, boolean lightOnDark) {
        int width = lines.getFirst().length();
        var picture = new BufferedImage(width * SQUARE, lines.size() * 2 * SQUARE, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < lines.size(); row++) {
            for (int x = 0; x < width; x++) {
                int halves = " \u2580\u2584\u2588".indexOf(lines.get(row).charAt(x));
                boolean upper = halves % 2 == 1;
                boolean lower = halves / 2 == 1;
                fill(picture, x, 2 * row, upper == lightOnDark);
                fill(picture, x, 2 * row + 1, lower == lightOnDark);
            }
        }
        return picture;
    }

    private static void fill(BufferedImage picture, int x, int y, boolean light) {
        for (int i = 0; i < SQUARE * SQUARE; i++) {
            picture.setRGB(x * SQUARE + i % SQUARE, y * SQUARE + i / SQUARE, light ? 0xffffff : 0);
        }
    }
}
