package dev.tessera.cli;

import dev.tessera.scan.NotFoundReason;
import java.util.Locale;

/// Why there was no QR code in a picture, in words and as the field `reason`.
final class NotFound {
    private NotFound() {}

    static String words(NotFoundReason reason) {
        return switch (reason) {
            case NO_FINDER_PATTERN -> "nothing looks like a QR code";
            case CORNER_MISSING -> "a corner of the QR code is cut off or covered";
            case OUT_OF_TIME -> "this computer was too busy to look at all of it in time";
            case TOO_SMALL -> "the QR code is too small";
            case DAMAGED -> "the QR code is damaged or blurred";
        };
    }

    static String hint(NotFoundReason reason) {
        return switch (reason) {
            case NO_FINDER_PATTERN, CORNER_MISSING ->
                "make sure the whole QR code is in the picture, with nothing in front of it";
            case OUT_OF_TIME -> "try again when less is running, or give a smaller part of the picture";
            case TOO_SMALL -> "zoom in on the page, then take the picture again";
            case DAMAGED -> "take the picture again, sharp and straight";
        };
    }

    /// `no-finder-pattern` and so on.
    static String field(NotFoundReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
