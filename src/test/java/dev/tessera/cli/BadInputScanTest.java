package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.scan.QrEncoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Pictures that are wrong.
class BadInputScanTest extends BadInput {
    @Test
    void aFileThatIsNotThere() throws IOException {
        refuses(ExitCode.INPUT_REFUSED, "nowhere.png", "check the name", scan(home.resolve("nowhere.png")));
    }

    @Test
    void aFolder() throws IOException {
        var folder = Files.createDirectory(home.resolve("pictures"));
        refuses(ExitCode.INPUT_REFUSED, "pictures is a folder", "give the pictures in it one by one", scan(folder));
    }

    @Test
    void anEmptyFile() throws IOException {
        refuses(
                ExitCode.INPUT_REFUSED,
                "empty.png is empty",
                "check the name",
                scan(Files.createFile(home.resolve("empty.png"))));
    }

    @Test
    void aTextFileWithThePictureEnding() throws IOException {
        var file = Files.writeString(home.resolve("code.png"), "not a picture at all, only words\n");
        refuses(ExitCode.INPUT_REFUSED, "code.png is text, not a picture", "give a PNG", scan(file));
    }

    @Test
    void aPictureCutShort() throws IOException {
        var whole = Files.readAllBytes(desk.picture("whole.png", Desk.PEXIP));
        var file = Files.write(home.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));
        refuses(ExitCode.INPUT_REFUSED, "cut.png", "", scan(file));
    }

    @Test
    void aPictureThatClaimsToBeHuge() throws IOException {
        var bytes = Files.readAllBytes(desk.picture("small.png", Desk.PEXIP));
        // Width and height of the PNG's header, each two thousand million.
        Arrays.fill(bytes, 16, 24, (byte) 0x7F);
        refuses(ExitCode.INPUT_REFUSED, "huge.png", "", scan(Files.write(home.resolve("huge.png"), bytes)));
    }

    @Test
    void aKindThatIsNotRead() throws IOException {
        // The first bytes of a HEIC picture, as phones take them.
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        refuses(ExitCode.INPUT_REFUSED, "HEIF", "save it as PNG", scan(Files.write(home.resolve("photo.heic"), heic)));
    }

    @Test
    void aPictureWithoutACode() throws IOException {
        var picture = desk.picture("blank.png", new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY));
        findsNothing(picture, "nothing looks like a QR code");
    }

    @Test
    void halfACode() throws IOException {
        var whole = QrEncoder.image(Desk.PEXIP, 4);
        var half = desk.picture("half.png", whole.getSubimage(0, 0, whole.getWidth(), whole.getHeight() / 2));
        findsNothing(half, "a corner of the QR code is cut off or covered");
    }

    @Test
    void theCodeOfAWebPage() throws IOException {
        var picture = desk.picture("menu.png", "https://example.org/menu");
        var vault = desk.vaultBytes();
        var ended = desk.unlocked(scan(picture));
        assertThat(ended.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
        assertThat(ended.err()).contains("no account was found").contains("set up two-factor log-in");
        assertThat(desk.vaultBytes()).isEqualTo(vault);
    }

    @Test
    void anAccountThatCannotBeUsed() throws IOException {
        var picture = desk.picture("broken.png", Desk.PEXIP + "&digits=0");
        var vault = desk.vaultBytes();
        var ended = desk.unlocked(scan(picture));
        assertThat(ended.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED.number());
        assertThat(ended.out()).contains("digits is 0; it must be 1 to 10").doesNotContain(Desk.SECRET);
        assertThat(ended.err()).contains("no usable account was found").contains("tessera: hint: ");
        assertThat(desk.vaultBytes()).isEqualTo(vault);
    }

    @Test
    void aGoodPictureAndABadOneAddNothing() throws IOException {
        var good = desk.picture("good.png", Desk.PEXIP);
        var bad = Files.writeString(home.resolve("bad.png"), "words");
        refuses(
                ExitCode.INPUT_REFUSED,
                "bad.png is text",
                "give a PNG",
                "scan",
                "--add",
                good.toString(),
                bad.toString());
    }

    @Test
    void noPictureIsNamed() throws IOException {
        refuses(ExitCode.USAGE, "there is nothing to scan", "--screen", "scan", "--add");
    }

    @Test
    void theClipboardHoldsNoPicture() throws IOException {
        refuses(ExitCode.NOTHING_FOUND, "no picture on the clipboard", "copy one", "scan", "--clipboard", "--add");
    }

    /// The picture is told of on standard output, as any other.
    private void findsNothing(Path picture, String why) {
        var vault = desk.vaultBytes();
        var ended = desk.unlocked(scan(picture));
        assertThat(ended.exitCode()).isEqualTo(ExitCode.NOTHING_FOUND.number());
        assertThat(ended.out()).contains(why);
        assertThat(ended.err())
                .contains("tessera: error: no QR code was found")
                .contains("tessera: hint: make sure the whole QR code is in the picture");
        assertThat(desk.vaultBytes()).isEqualTo(vault);
    }

    private static String[] scan(Path file) {
        return new String[] {"scan", "--add", file.toString()};
    }
}
