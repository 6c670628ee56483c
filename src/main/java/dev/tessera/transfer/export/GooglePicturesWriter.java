package dev.tessera.transfer.export;

import dev.tessera.scan.QrEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

/// Google Authenticator's transfer QR codes, a picture each: its camera takes them one after another.
final class GooglePicturesWriter implements PlainExporter {
    private static final int PIXELS_PER_MODULE = 6;

    @Override
    public String id() {
        return "google_qr";
    }

    @Override
    public String name() {
        return "Google Authenticator, as QR codes";
    }

    @Override
    public String extension() {
        return "png";
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public Set<Loss> losses(ExportEntry entry) {
        var losses = GoogleParts.losses(entry);
        boolean isLeftOut = losses.stream().anyMatch(Loss::leavesOut);
        return isLeftOut || fits(entry) ? losses : Set.of(Loss.SIZE);
    }

    @Override
    public List<byte[]> write(ExportContent content) {
        return GoogleParts.of(content).stream().map(GooglePicturesWriter::png).toList();
    }

    private static boolean fits(ExportEntry entry) {
        return GoogleParts.linkOf(entry).length() <= QrEncoder.MAX_BYTES;
    }

    private static byte[] png(String link) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(QrEncoder.image(link, PIXELS_PER_MODULE), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError("memory does not fail to be written to", e);
        }
    }
}
