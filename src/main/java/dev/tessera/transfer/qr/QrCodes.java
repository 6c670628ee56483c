package dev.tessera.transfer.qr;

import dev.tessera.scan.ImageFile;
import dev.tessera.scan.UnreadableImageException;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.Import;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Match;
import dev.tessera.transfer.UnsupportedImportException;
import java.util.Arrays;

/// Pictures and PDFs with QR codes, and web pages with them or with links.
public final class QrCodes implements Importer {
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final int START_LENGTH = 16;
    private static final int MAX_PICTURES = 2_000;

    @Override
    public String id() {
        return "qr";
    }

    @Override
    public String name() {
        return "a picture with QR codes";
    }

    @Override
    public Match match(ImportFile file) {
        return Match.when(
                isPicture(file) || file.text().filter(WebPage::isMeant).isPresent());
    }

    /// A text that begins as a picture does is none, save a PDF, which may be text throughout.
    private static boolean isPicture(ImportFile file) {
        boolean isMeant = ImageFile.isMeant(file.bytes(0, Math.min(START_LENGTH, file.length())));
        return isMeant && (file.text().isEmpty() || file.startsWith(PDF));
    }

    @Override
    public Import read(ImportFile file) throws ImportException {
        var findings = new Findings(id());
        var texts = new CodeTexts(findings);
        if (isPicture(file) || file.text().filter(WebPage::isSvg).isPresent()) {
            readPicture(file, texts);
        } else {
            readPage(WebPage.parse(file.text().orElseThrow()), texts);
        }
        return findings.toImport();
    }

    private static void readPicture(ImportFile file, CodeTexts texts) throws ImportException {
        byte[] content = file.bytes(0, file.length());
        try {
            var pages = new PictureReader().pages(content);
            for (var page : pages) {
                page.tell(pages.size() == 1 ? "" : "page " + page.number(), texts);
            }
            if (texts.isEmpty()) {
                throw new UnsupportedImportException(PicturePage.whyNothing(pages));
            }
        } catch (UnreadableImageException e) {
            throw new UnsupportedImportException(PicturePage.sentence(e));
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static void readPage(WebPage page, CodeTexts texts) throws ImportException {
        if (page.pictures().size() > MAX_PICTURES) {
            throw new CostlyImportException(
                    "This web page contains more than " + MAX_PICTURES + " pictures. Export it in smaller parts.");
        }
        int number = 0;
        for (var link : page.links()) {
            number++;
            texts.take("link " + number, link);
        }
        number = 0;
        var reader = new PictureReader();
        for (byte[] picture : page.pictures()) {
            number++;
            readPictureOfPage(reader, picture, "picture " + number, texts);
        }
        if (texts.isEmpty()) {
            throw new UnsupportedImportException(
                    page.hasPicturesElsewhere()
                            ? "This web page shows pictures from other files and contains no link to an account."
                                    + " Import those pictures."
                            : "This web page contains neither a link to an account nor a picture with a readable QR"
                                    + " code. Export it again, as JSON or as a list of links.");
        }
    }

    /// One without a code is an icon or a photograph, and nothing to tell.
    private static void readPictureOfPage(PictureReader reader, byte[] content, String place, CodeTexts texts)
            throws CostlyImportException {
        try {
            for (var page : reader.pages(content)) {
                page.tell(place, texts);
            }
        } catch (UnreadableImageException e) {
            texts.note(place, PicturePage.sentence(e));
        }
    }
}
