package dev.tessera.transfer.qr;

import dev.tessera.crypto.CalledOff;
import dev.tessera.scan.ImageFile;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.QrSymbol;
import dev.tessera.scan.UnreadableImageException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for QR codes on each page of the pictures of one file, within the time that a file may take.
final class PictureReader {
    private static final Duration BUDGET = Duration.ofSeconds(60);

    /// For one look. On a busy computer a short one would lose accounts, and nobody would know.
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final long end = System.nanoTime() + BUDGET.toNanos();
    private final QrDecoder decoder = new QrDecoder();

    /// @throws UnreadableImageException if the bytes are no picture that can be read, with the reason
    List<PicturePage> pages(byte[] content) throws UnreadableImageException {
        var pages = new ArrayList<PicturePage>();
        try {
            ImageFile.read(content, (picture, number, _) -> pages.add(page(picture, number)));
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can always be read", e);
        }
        return pages;
    }

    /// What was read is painted over, and the rest looked at again, until a look reads nothing: for a look ends
    /// soon after its first codes, and a code that cannot be read is to be told even where others can.
    private PicturePage page(BufferedImage picture, int number) {
        var texts = new ArrayList<String>();
        var rest = picture;
        List<QrSymbol> last = List.of();
        long left = end - System.nanoTime();
        while (left > 0) {
            var look = Duration.ofNanos(Math.min(left, LOOK.toNanos()));
            long begin = System.nanoTime();
            var result = decoder.decode(rest, look, Thread.currentThread()::isInterrupted);
            CalledOff.check();
            // Those of the look before are such as cannot be painted over.
            if (result.symbols().isEmpty() || result.symbols().equals(last)) {
                boolean isWhole = System.nanoTime() - begin < look.toNanos();
                var unread = result.reason().filter(reason -> texts.isEmpty() || PicturePage.isOfCode(reason));
                return new PicturePage(number, isWhole, texts, unread);
            }
            last = result.symbols();
            last.forEach(symbol -> texts.add(symbol.text()));
            rest = without(last, rest);
            left = end - System.nanoTime();
        }
        return new PicturePage(number, false, texts, Optional.empty());
    }

    private static BufferedImage without(List<QrSymbol> symbols, BufferedImage picture) {
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = copy.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        graphics.drawImage(picture, 0, 0, null);
        for (var symbol : symbols) {
            var outline = new Polygon();
            symbol.corners().forEach(corner -> outline.addPoint((int) corner.x(), (int) corner.y()));
            graphics.fillPolygon(outline);
            graphics.drawPolygon(outline);
        }
        graphics.dispose();
        return copy;
    }
}
