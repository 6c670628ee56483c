package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.sentence;
import static dev.tessera.desktop.control.Messages.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.desktop.region.Part;
import dev.tessera.scan.CloseUp;
import dev.tessera.scan.ImageFile;
import dev.tessera.scan.NotFoundReason;
import dev.tessera.scan.QrDecoder;
import dev.tessera.scan.ScanResult;
import dev.tessera.scan.ScreenPicture;
import dev.tessera.scan.UnreadableImageException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads the QR codes of pictures, and text files that were dropped among them.
final class PictureReader {
    private static final long MAX_TEXT_BYTES = 1 << 20;

    private final List<String> texts = new ArrayList<>();
    private final List<NotFoundReason> reasons = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int codes;

    private PictureReader() {}

    static Reading pictures(List<BufferedImage> pictures) {
        var reader = new PictureReader();
        pictures.forEach(reader::look);
        return reader.reading();
    }

    static Reading screens(List<ScreenPicture> screens) {
        return pictures(screens.stream().map(ScreenPicture::picture).toList());
    }

    static Reading part(ScreenPicture screen, Part part) {
        var picture = screen.part(new Rectangle(part.left(), part.top(), part.width(), part.height()));
        var reader = new PictureReader();
        reader.take(new CloseUp(new QrDecoder()).read(picture));
        return reader.reading();
    }

    /// @param contents of picture files
    static Reading contents(List<byte[]> contents) {
        var reader = new PictureReader();
        for (var content : contents) {
            try {
                ImageFile.read(content, (page, _, _) -> reader.look(page));
            } catch (IOException noPicture) {
                reader.problems.add(sentence(noPicture.getMessage()));
            }
        }
        return reader.reading();
    }

    static Reading files(List<Path> files) {
        var reader = new PictureReader();
        files.forEach(reader::open);
        return reader.reading();
    }

    private Reading reading() {
        // The reason that tells most: something half read is worth more than nothing seen.
        var reason = reasons.stream().max(Comparator.naturalOrder());
        return new Reading(texts, codes, texts.isEmpty() ? reason : Optional.empty(), problems);
    }

    private void look(BufferedImage picture) {
        take(new QrDecoder().decode(picture));
    }

    private void take(ScanResult result) {
        result.symbols().forEach(symbol -> texts.add(symbol.text()));
        codes += result.symbols().size();
        result.reason().ifPresent(reasons::add);
    }

    private void open(Path file) {
        try {
            ImageFile.read(file, (page, _, _) -> look(page));
        } catch (UnreadableImageException noPicture) {
            var _ = readText(file) || problems.add(sentence(noPicture.getMessage()));
        } catch (IOException _) {
            problems.add(text("add.file-unreadable", String.valueOf(file.getFileName())));
        }
    }

    private boolean readText(Path file) {
        try {
            if (Files.size(file) > MAX_TEXT_BYTES) {
                return false;
            }
            var content = UTF_8.newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return !content.isBlank() && texts.add(content);
        } catch (CharacterCodingException _) {
            return false;
        } catch (IOException _) {
            return false;
        }
    }
}
