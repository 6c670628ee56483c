package dev.tessera.desktop.control;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The texts of the windows, from the message bundle of the default locale.
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.tessera.desktop.messages");

    private Messages() {}

    /// The text of `key` with its `{0}`, `{1}`, … filled in.
    ///
    /// @throws java.util.MissingResourceException if there is no such key
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.getDefault(Locale.Category.FORMAT)).format(arguments);
    }

    /// What a lower floor says, in lower case and without a stop, as a sentence; the name of a file stays as it is.
    public static String sentence(@Nullable String said) {
        if (said == null || said.isEmpty()) {
            return "";
        }
        var firstWord = said.split(" ", 2)[0];
        var begun = firstWord.contains(".") ? said : said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
