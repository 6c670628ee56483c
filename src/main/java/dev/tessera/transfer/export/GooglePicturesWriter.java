package dev.tessera.transfer.export;

import dev.tessera.scan.QrEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

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

    /// In memory: ImageIO would put it into a file for a while.
    private static byte[] png(String link) {
        var out = new ByteArrayOutputStream();
        try (var image = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(QrEncoder.image(link, PIXELS_PER_MODULE), "png", image);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail to be written to", e);
        }
        return out.toByteArray();
    }
}
