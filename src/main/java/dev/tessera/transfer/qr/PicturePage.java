package dev.tessera.transfer.qr;

import dev.tessera.scan.ImageFile;
import dev.tessera.scan.NotFoundReason;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.QrSymbol;
import dev.tessera.scan.ScanResult;
import dev.tessera.scan.UnreadableImageException;
import dev.tessera.transfer.CostlyImportException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One page of a picture file, and what its QR codes say.
///
/// @param number from 1
/// @param texts of its codes, from top to bottom
/// @param unread why one more code could not be read, if there seems to be one
record PicturePage(int number, List<String> texts, Optional<NotFoundReason> unread) {
    /// For one look: a sheet may be full of codes.
    private static final Duration BUDGET = Duration.ofSeconds(5);

    /// More codes than fit on a sheet; each look finds what the one before it had no time for.
    private static final int MAX_LOOKS = 4;

    PicturePage {
        texts = List.copyOf(texts);
    }

    /// @throws UnreadableImageException if the file is no picture that can be read, with the reason
    static List<PicturePage> allOf(byte[] content) throws UnreadableImageException {
        var pages = new ArrayList<PicturePage>();
        try {
            ImageFile.read(content, (picture, number, _) -> pages.add(of(picture, number)));
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can always be read", e);
        }
        return pages;
    }

    /// What was read is painted over, and the rest looked at again: so that a code that cannot be read is told even
    /// where others can.
    private static PicturePage of(BufferedImage picture, int number) {
        var decoder = new QrDecoder();
        var texts = new ArrayList<String>();
        var rest = picture;
        ScanResult result = decoder.decode(picture, BUDGET, () -> false);
        for (int look = 1; !result.symbols().isEmpty() && look < MAX_LOOKS; look++) {
            result.symbols().forEach(symbol -> texts.add(symbol.text()));
            rest = without(result.symbols(), rest);
            result = decoder.decode(rest, BUDGET, () -> false);
        }
        result.symbols().forEach(symbol -> texts.add(symbol.text()));
        // What looks like a lone corner beside codes that were read is rather a letter or an icon.
        var unread = result.reason().filter(reason -> texts.isEmpty() || isOfCode(reason));
        return new PicturePage(number, texts, unread);
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

    private static boolean isOfCode(NotFoundReason reason) {
        return switch (reason) {
            case TOO_SMALL, DAMAGED -> true;
            case NO_FINDER_PATTERN, CORNER_MISSING -> false;
        };
    }

    /// @param place `page 2`, or empty for the only page
    void tell(String place, CodeTexts into) throws CostlyImportException {
        int index = 0;
        for (var text : texts) {
            index++;
            into.take((place.isEmpty() ? "" : place + ", ") + "QR code" + (texts.size() == 1 ? "" : " " + index), text);
        }
        if (unread.isPresent() && isOfCode(unread.get())) {
            into.note(place.isEmpty() ? "the picture" : place, why(unread.get(), texts.isEmpty() ? "a" : "one more"));
        }
    }

    /// Why no page has a text.
    static String whyNothing(List<PicturePage> pages) {
        var reason = pages.stream()
                .flatMap(page -> page.unread().stream())
                .max(Enum::compareTo)
                .orElse(NotFoundReason.NO_FINDER_PATTERN);
        return why(reason, "a");
    }

    private static String why(NotFoundReason reason, String which) {
        return switch (reason) {
            case NO_FINDER_PATTERN -> "No QR code was found in this picture. Pick one that shows the whole code.";
            case CORNER_MISSING ->
                "No QR code was found in this picture, only what may be its corners. Pick one that shows the whole code.";
            case TOO_SMALL ->
                "There is " + which + " QR code, but too small to be read. Take a larger or sharper picture of it.";
            case DAMAGED ->
                "There is " + which + " QR code, but it cannot be read. Take a sharper picture of it, without glare.";
        };
    }

    /// The reason as a sentence.
    static String sentence(UnreadableImageException e) {
        var message = String.valueOf(e.getMessage());
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }
}
