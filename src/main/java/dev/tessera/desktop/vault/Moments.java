package dev.tessera.desktop.vault;

import dev.tessera.desktop.control.Language;
import dev.tessera.desktop.control.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Times as the person's clock and calendar show them: as the system writes them if the window speaks its language,
/// else as is usual in the language of the window.
final class Moments {
    /// Arabic dates have it; within a text from right to left JavaFX shows it as a box, and nothing needs it there.
    private static final String RIGHT_TO_LEFT_MARK = "\u200f";

    private Moments() {}

    static String of(Instant instant) {
        var ofSystem = Locale.getDefault(Locale.Category.FORMAT);
        var language = Messages.language();
        var locale = Language.nearest(ofSystem) == language ? ofSystem : language.locale();
        var text = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .localizedBy(new Locale.Builder()
                        .setLocale(locale)
                        .setUnicodeLocaleKeyword("nu", "latn")
                        .build())
                .format(instant.atZone(ZoneId.systemDefault()));
        return text.replace(RIGHT_TO_LEFT_MARK, "");
    }
}
