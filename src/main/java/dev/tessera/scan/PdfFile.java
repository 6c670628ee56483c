package dev.tessera.scan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/// The pages of a PDF, drawn at [#DOTS_PER_INCH], large ones coarser. Nothing is written to disk.
final class PdfFile implements PictureFile {
    /// A printed code of 15 mm with 57 modules gets 2 pixels a module.
    private static final float DOTS_PER_INCH = 200;

    private static final float POINTS_PER_INCH = 72;
    private static final int MAX_PIXELS = 16_000_000;

    /// Held here so that the level stays: PDFBox tells each oddity of a file as a warning.
    private static final List<Logger> SILENCED =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
        FontMappers.set(new BundledFontAlone());
    }

    private final PDDocument document;
    private final PDFRenderer renderer;

    private PdfFile(PDDocument document) {
        this.document = document;
        this.renderer = new PDFRenderer(document);
    }

    /// @param name what the file is called in messages
    /// @throws UnreadableImageException if it is protected with a password
    static PdfFile open(RandomAccessRead content, String name) throws IOException {
        try {
            return new PdfFile(Loader.loadPDF(content, IOUtils.createMemoryOnlyStreamCache()));
        } catch (InvalidPasswordException locked) {
            throw new UnreadableImageException(
                    name + " is protected with a password: open it in a viewer and scan the screen", locked);
        }
    }

    @Override
    public int pageCount() {
        return document.getNumberOfPages();
    }

    @Override
    public BufferedImage page(int index) throws IOException {
        PDRectangle box = document.getPage(index).getCropBox();
        float scale = DOTS_PER_INCH / POINTS_PER_INCH;
        float pixels = box.getWidth() * box.getHeight() * scale * scale;
        if (pixels > MAX_PIXELS) {
            scale *= (float) Math.sqrt(MAX_PIXELS / pixels);
        }
        return renderer.renderImage(index, scale, ImageType.GRAY);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /// Text without a font of its own is drawn in the one that PDFBox brings. Looking through the fonts of the
    /// computer would take seconds and write a cache file, for text that is no code.
    private static final class BundledFontAlone implements FontMapper {
        private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

        private @Nullable TrueTypeFont font;

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String baseFont, PDFontDescriptor descriptor) {
            return new FontMapping<>(font(), true);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String baseFont, PDFontDescriptor descriptor) {
            return new FontMapping<>(font(), true);
        }

        @Override
        public CIDFontMapping getCIDFont(String baseFont, PDFontDescriptor descriptor, PDCIDSystemInfo info) {
            return new CIDFontMapping(null, font(), true);
        }

        private synchronized TrueTypeFont font() {
            if (font == null) {
                try (InputStream stream = PDDocument.class.getResourceAsStream(FONT)) {
                    font = new TTFParser().parse(new org.apache.pdfbox.io.RandomAccessReadBuffer(stream));
                } catch (IOException impossible) {
                    throw new java.io.UncheckedIOException(impossible);
                }
            }
            return font;
        }
    }
}
