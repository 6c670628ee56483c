package dev.tessera.cli;

import dev.tessera.scan.QrEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

/// A QR code as lines of text, each of two rows of squares, or as a picture.
final class QrText {
    private static final int QUIET_ZONE = 4;
    private static final int PIXELS_PER_MODULE = 8;
    private static final String BLACK_ON_WHITE = "\u001b[30;107m";
    private static final String AS_BEFORE = "\u001b[0m";

    /// None of two squares drawn, the upper, the lower, both.
    private static final String HALVES = " \u2580\u2584\u2588";

    private final String link;
    private final boolean[][] modules;

    private QrText(String link, boolean[][] modules) {
        this.link = link;
        this.modules = modules;
    }

    /// @throws Failure if it is too long
    static QrText of(String link) throws Failure {
        try {
            return new QrText(link, QrEncoder.modules(link));
        } catch (IllegalArgumentException _) {
            throw new Failure(
                    ExitCode.FAILED, "this account does not fit into one QR code", "give it shorter names first");
        }
    }

    /// On a screen black on white, whatever its colours; elsewhere for white letters on black, as most terminals have
    /// them. Where there are no blocks, two letters make a square.
    ///
    /// @throws Failure if the screen is too narrow
    List<String> lines(Terminal terminal) throws Failure {
        boolean blocks = terminal.out().charset().newEncoder().canEncode(HALVES);
        int width = (modules.length + 2 * QUIET_ZONE) * (blocks ? 1 : 2);
        if (terminal.isInteractive() && terminal.size().columns() < width) {
            throw new Failure(
                    ExitCode.FAILED,
                    "the QR code needs " + width + " columns, but this terminal has "
                            + terminal.size().columns(),
                    "make it wider, or use -o FILE");
        }
        boolean coloured = terminal.isInteractive();
        var lines = new ArrayList<String>();
        for (int y = -QUIET_ZONE; y < modules.length + QUIET_ZONE; y += blocks ? 2 : 1) {
            var line = blocks ? halves(y, coloured) : letters(y, coloured);
            lines.add(coloured ? BLACK_ON_WHITE + line + AS_BEFORE : line);
        }
        return lines;
    }

    private String halves(int y, boolean drawn) {
        var line = new StringBuilder();
        for (int x = -QUIET_ZONE; x < modules.length + QUIET_ZONE; x++) {
            // Below the last row of an odd number there is nothing to be drawn.
            boolean last = y + 1 >= modules.length + QUIET_ZONE;
            int upper = isDark(x, y) == drawn ? 1 : 0;
            int lower = !last && isDark(x, y + 1) == drawn ? 2 : 0;
            line.append(HALVES.charAt(upper + lower));
        }
        return line.toString();
    }

    private String letters(int y, boolean drawn) {
        var line = new StringBuilder();
        for (int x = -QUIET_ZONE; x < modules.length + QUIET_ZONE; x++) {
            line.append(isDark(x, y) == drawn ? "##" : "  ");
        }
        return line.toString();
    }

    private boolean isDark(int x, int y) {
        return y >= 0 && y < modules.length && x >= 0 && x < modules.length && modules[y][x];
    }

    /// @throws Failure if it is there already, or cannot be written
    void writePng(Path file) throws Failure {
        var png = new ByteArrayOutputStream();
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        var rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0]; // it inherits those of its folder
        try {
            ImageIO.write(QrEncoder.image(link, PIXELS_PER_MODULE), "png", png);
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = Files.newByteChannel(file, options, rights)) {
                channel.write(ByteBuffer.wrap(png.toByteArray()));
            }
        } catch (FileAlreadyExistsException _) {
            throw new Failure(
                    ExitCode.FAILED,
                    "there is already a file at " + Shown.text(file.toString()),
                    "it was left as it is; give another name");
        } catch (IOException _) {
            throw new Failure(
                    ExitCode.FAILED,
                    "the file " + Shown.text(file.toString()) + " cannot be written",
                    "check its folder and the disk");
        }
    }
}
