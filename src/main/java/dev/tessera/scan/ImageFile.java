package dev.tessera.scan;

import dev.tessera.scan.detect.GreyImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads picture files within bounds: at most 100 megapixels, checked before decoding.
///
/// PNG, JPEG, GIF (its first picture), BMP and TIFF (its first page). What a file is follows from its content, not its
/// name. A JPEG lies as its sensor saw it: its orientation is not applied, a QR code is read either way.
public final class ImageFile {
    private ImageFile() {}

    /// @throws UnreadableImageException if the file is no picture, broken or too large, with the reason in words
    /// @throws IOException if the disk fails
    public static BufferedImage read(Path file) throws IOException {
        byte[] start = start(file);
        PictureKind kind = kind(start, name(file));
        try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
            return decode(input, kind, name(file));
        }
    }

    /// The same for a picture that came as bytes, from a clipboard or a link.
    ///
    /// @throws UnreadableImageException if the bytes are no picture, broken or too large, with the reason in words
    public static BufferedImage read(byte[] content) throws IOException {
        PictureKind kind = kind(content, "the picture");
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            return decode(input, kind, "the picture");
        }
    }

    private static byte[] start(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnreadableImageException(name(file) + " is a folder: give the pictures in it one by one");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnreadableImageException(name(file) + " is no ordinary file: copy its content into one");
        }
        try (InputStream input = Files.newInputStream(file)) {
            return input.readNBytes(PictureKind.SIGNATURE_LENGTH);
        } catch (NoSuchFileException _) {
            throw new UnreadableImageException("there is no file " + file);
        } catch (AccessDeniedException _) {
            throw new UnreadableImageException(
                    name(file) + " may not be read by you: change its permissions, or copy it");
        }
    }

    private static PictureKind kind(byte[] content, String name) throws UnreadableImageException {
        if (content.length == 0) {
            throw new UnreadableImageException(name + " is empty");
        }
        PictureKind kind =
                PictureKind.of(content).orElseThrow(() -> new UnreadableImageException(noPicture(content, name)));
        if (!kind.isReadable()) {
            throw new UnreadableImageException(
                    "%s is in the format %s, which Tessera cannot read yet: save it as PNG, or open it and scan the screen"
                            .formatted(name, kind.label()));
        }
        return kind;
    }

    private static String noPicture(byte[] content, String name) {
        String what = looksLikeText(content) ? "text, not a picture" : "no picture that Tessera knows";
        return name + " is " + what + ": give a PNG, JPEG, GIF, BMP or TIFF file";
    }

    private static boolean looksLikeText(byte[] content) {
        int length = Math.min(content.length, PictureKind.SIGNATURE_LENGTH);
        String start = new String(content, 0, length, StandardCharsets.ISO_8859_1);
        return start.chars().allMatch(c -> (c >= ' ' && c != 0x7F) || c == '\n' || c == '\r' || c == '\t');
    }

    private static BufferedImage decode(ImageInputStream input, PictureKind kind, String name) throws IOException {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(kind.label().toLowerCase(Locale.ROOT));
        if (!readers.hasNext()) {
            throw new UnreadableImageException("this Java cannot read " + kind.label() + ": save " + name + " as PNG");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(input, true, true);
            checkSize(reader, name);
            return reader.read(0);
        } catch (UnreadableImageException ours) {
            throw ours;
        } catch (IOException | RuntimeException broken) {
            // The decoders of the JDK throw either on bytes that no encoder makes.
            throw new UnreadableImageException(
                    "%s is a damaged or cut off %s file: fetch or save it again".formatted(name, kind.label()), broken);
        } finally {
            reader.dispose();
        }
    }

    private static void checkSize(ImageReader reader, String name) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > GreyImage.MAX_PIXELS) {
            throw new UnreadableImageException(
                    "%s has %d x %d pixels; at most 100 megapixels are read: cut the part with the code out of it"
                            .formatted(name, width, height));
        }
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
