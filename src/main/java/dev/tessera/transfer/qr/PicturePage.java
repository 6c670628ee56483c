package dev.tessera.transfer.qr;

import dev.tessera.scan.NotFoundReason;
import dev.tessera.scan.UnreadableImageException;
import dev.tessera.transfer.CostlyImportException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One page of a picture file, and what its QR codes say.
///
/// @param number from 1
/// @param isWhole whether there was time to look for all its codes
/// @param texts of its codes, from top to bottom
/// @param unread why one more code could not be read, if there seems to be one
record PicturePage(int number, boolean isWhole, List<String> texts, Optional<NotFoundReason> unread) {
    PicturePage {
        texts = List.copyOf(texts);
    }

    /// @param place `page 2`, or empty for the only page
    void tell(String place, CodeTexts into) throws CostlyImportException {
        int index = 0;
        for (var text : texts) {
            index++;
            into.take((place.isEmpty() ? "" : place + ", ") + "QR code" + (texts.size() == 1 ? "" : " " + index), text);
        }
        var where = place.isEmpty() ? "the picture" : place;
        if (unread.isPresent() && isOfCode(unread.get())) {
            into.note(where, why(unread.get(), !texts.isEmpty()));
        } else if (!isWhole) {
            into.note(where, "There was not enough time to find all the codes in it. Import this part on its own.");
        }
    }

    /// Whether a reason speaks of a code. What looks like a lone corner is rather a letter or an icon.
    static boolean isOfCode(NotFoundReason reason) {
        return switch (reason) {
            case TOO_SMALL, DAMAGED -> true;
            case NO_FINDER_PATTERN, CORNER_MISSING, OUT_OF_TIME -> false;
        };
    }

    /// Why no page has a text.
    static String whyNothing(List<PicturePage> pages) {
        var reason = pages.stream()
                .flatMap(page -> page.unread().stream())
                .max(Enum::compareTo)
                .orElse(NotFoundReason.NO_FINDER_PATTERN);
        return why(reason, false);
    }

    private static String why(NotFoundReason reason, boolean isOneMore) {
        return switch (reason) {
            case NO_FINDER_PATTERN -> "No QR code was found in this picture. Choose one that shows the whole code.";
            case CORNER_MISSING ->
                "No QR code was found in this picture, only what may be the corners of one. Choose a picture that"
                        + " shows the whole code.";
            case OUT_OF_TIME ->
                "This computer was too busy to look at the whole picture in time. Try again, or choose a smaller part of"
                        + " it.";
            case TOO_SMALL ->
                isOneMore
                        ? "There is another QR code, but it is too small to read. Take a larger or sharper picture of"
                                + " it."
                        : "There is a QR code, but it is too small to read. Take a larger or sharper picture of it.";
            case DAMAGED ->
                isOneMore
                        ? "There is another QR code, but it cannot be read. Take a sharper picture of it, without"
                                + " glare."
                        : "There is a QR code, but it cannot be read. Take a sharper picture of it, without glare.";
        };
    }

    /// The reason as a sentence.
    static String sentence(UnreadableImageException e) {
        var message = String.valueOf(e.getMessage());
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }
}
