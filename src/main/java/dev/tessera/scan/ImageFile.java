package dev.tessera.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/// Reads picture files within bounds: at most 100 megapixels a page and 100 pages, checked before decoding.
///
/// PNG, JPEG, GIF (its first picture), BMP, WebP, and each page of TIFF and PDF. What a file is follows from its
/// content, not its name. A JPEG lies as its sensor saw it: its orientation is not applied, a QR code is read either
/// way.
public final class ImageFile {
    /// More than a person prints or scans at once.
    public static final int MAX_PAGES = 100;

    private ImageFile() {}

    /// Whether bytes begin as those of a picture file do, also of a kind that cannot be read. An SVG is none
    /// here: it is text, and shares its beginning with every other XML.
    public static boolean isMeant(byte[] start) {
        return PictureKind.of(start).filter(kind -> kind != PictureKind.SVG).isPresent();
    }

    /// What is done with each page.
    @FunctionalInterface
    public interface Pages {
        /// @param picture the page
        /// @param number from 1
        /// @param count how many there are
        void take(BufferedImage picture, int number, int count);
    }

    /// Gives every page of a file, one after another.
    ///
    /// @throws UnreadableImageException if the file is no picture, broken or too large, with the reason in words
    /// @throws IOException if the disk fails
    public static void read(Path file, Pages pages) throws IOException {
        byte[] start = start(file);
        PictureKind kind = kind(start, name(file));
        read(() -> open(file, kind), kind, name(file), pages);
    }

    /// The same for a picture that came as bytes, from a clipboard or a link.
    ///
    /// @throws UnreadableImageException if the bytes are no picture, broken or too large, with the reason in words
    public static void read(byte[] content, Pages pages) throws IOException {
        String name = "the picture";
        PictureKind kind = kind(content, name);
        read(() -> open(content, kind, name), kind, name, pages);
    }

    /// The first page of a file alone.
    ///
    /// @throws UnreadableImageException as [#read(Path, Pages)]
    /// @throws IOException if the disk fails
    public static BufferedImage readFirst(Path file) throws IOException {
        byte[] start = start(file);
        PictureKind kind = kind(start, name(file));
        return guarded(kind, name(file), () -> {
            try (PictureFile open = open(file, kind)) {
                return open.page(0);
            }
        });
    }

    private static PictureFile open(Path file, PictureKind kind) throws IOException {
        return kind == PictureKind.PDF
                ? PdfFile.open(new RandomAccessReadBufferedFile(file), name(file))
                : open(new FileImageInputStream(file.toFile()), kind, name(file));
    }

    private static PictureFile open(byte[] content, PictureKind kind, String name) throws IOException {
        return kind == PictureKind.PDF
                ? PdfFile.open(new RandomAccessReadBuffer(content), name)
                : open(new MemoryCacheImageInputStream(new ByteArrayInputStream(content)), kind, name);
    }

    private static PictureFile open(ImageInputStream input, PictureKind kind, String name) throws IOException {
        return PictureFile.ofImageIo(kind == PictureKind.WEBP ? WebpInput.of(input) : input, kind, name);
    }

    private static void read(Step<PictureFile> opening, PictureKind kind, String name, Pages pages) throws IOException {
        try (PictureFile open = guarded(kind, name, opening)) {
            int count = guarded(kind, name, open::pageCount);
            if (count == 0) {
                throw new UnreadableImageException(name + " has no pages: download or save it again");
            }
            if (count > MAX_PAGES) {
                throw new UnreadableImageException(
                        "%s has %d pages; at most %d can be read: extract the pages with codes"
                                .formatted(name, count, MAX_PAGES));
            }
            for (int i = 0; i < count; i++) {
                int index = i;
                pages.take(guarded(kind, name, () -> open.page(index)), index + 1, count);
            }
        }
    }

    private static <T> T guarded(PictureKind kind, String name, Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (UnreadableImageException ours) {
            throw ours;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            // Decoders throw any of these on bytes that no encoder makes.
            throw new UnreadableImageException(
                    isForWantOfMemory(broken)
                            ? name + " needs more memory than is available: crop it to the part with the code"
                            : "%s is a damaged or incomplete %s file: download or save it again"
                                    .formatted(name, kind.label()),
                    broken);
        }
    }

    /// Some decoders wrap it.
    private static boolean isForWantOfMemory(Throwable broken) {
        return Stream.iterate(broken, Objects::nonNull, Throwable::getCause)
                .anyMatch(OutOfMemoryError.class::isInstance);
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }

    private static byte[] start(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnreadableImageException(name(file) + " is a folder: give the pictures in it one by one");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnreadableImageException(name(file) + " is not an ordinary file: copy its content into one");
        }
        try (InputStream input = Files.newInputStream(file)) {
            return input.readNBytes(PictureKind.SIGNATURE_LENGTH);
        } catch (NoSuchFileException _) {
            throw new UnreadableImageException("there is no file " + file);
        } catch (AccessDeniedException _) {
            throw new UnreadableImageException(
                    "you do not have permission to read " + name(file) + ": change its permissions, or copy it");
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
        String what =
                looksLikeText(content) ? "text, not a picture" : "a file that Tessera does not recognise as a picture";
        return name + " is " + what + ": give a PNG, JPEG, GIF, BMP, TIFF, WebP or PDF file";
    }

    private static boolean looksLikeText(byte[] content) {
        int length = Math.min(content.length, PictureKind.SIGNATURE_LENGTH);
        String start = new String(content, 0, length, StandardCharsets.ISO_8859_1);
        return start.chars().allMatch(c -> (c >= ' ' && c != 0x7F) || c == '\n' || c == '\r' || c == '\t');
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
