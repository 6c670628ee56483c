package dev.tessera.desktop.control;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

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
}
