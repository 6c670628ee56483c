package dev.tessera.desktop.control;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The texts of the windows, from the message bundle of one language.
public final class Messages {
    private static final char NO_BREAK_SPACE = '\u00a0';

    /// What a sentence ends with.
    private static final String ENDS = ".。…";

    private static volatile Spoken spoken = Spoken.of(Language.nearest(Locale.getDefault(Locale.Category.DISPLAY)));

    private Messages() {}

    /// Speaks another language from now on; what is shown already stays as it is.
    public static void speak(Language language) {
        if (spoken.language() != language) {
            spoken = Spoken.of(language);
        }
    }

    /// What is spoken now.
    public static Language language() {
        return spoken.language();
    }

    /// The text of `key` with its `{0}`, `{1}`, … filled in.
    ///
    /// @throws java.util.MissingResourceException if there is no such key
    public static String text(String key, Object... arguments) {
        var now = spoken;
        return now.filled(now.bundle().getString(key), arguments);
    }

    /// The text of `key` for a number of things: that of `key.0` where there is one and the number is 0, else of the
    /// plural form that the language wants, such as `key.one` or `key.few`.
    ///
    /// @param others are `{1}`, `{2}`, …; the number is `{0}`
    /// @throws java.util.MissingResourceException if there is no such key
    public static String counted(String key, long count, Object... others) {
        var now = spoken;
        var plural = Plural.of(now.language(), count);
        var form = key + "." + plural.name().toLowerCase(Locale.ROOT);
        var none = key + ".0";
        // A language with a form for none has no other text for it: the English one would be found.
        boolean isNone = count == 0 && plural != Plural.ZERO && now.bundle().containsKey(none);
        var pattern = now.bundle().getString(isNone ? none : form);
        return now.filled(
                pattern, Stream.concat(Stream.of(count), Stream.of(others)).toArray());
    }

    /// `code` as it stands in a text of the language: read from left to right, group by group. Between figures a
    /// no-break space is part of the number (Unicode's UAX #9, W4), a space is not. JavaFX shows the signs that
    /// Unicode has for this as boxes.
    public static String leftToRight(String code) {
        return spoken.language().isRightToLeft() ? code.replace(' ', NO_BREAK_SPACE) : code;
    }

    /// What a lower floor says in English, in the language that is spoken now.
    public static String said(@Nullable String english) {
        return english == null ? "" : Said.in(language(), english);
    }

    /// What a lower floor says in English, in lower case and without a stop, as a sentence of the language that is
    /// spoken now; the name of a file stays as it is.
    public static String sentence(@Nullable String english) {
        var said = said(english);
        if (said.isEmpty()) {
            return "";
        }
        var firstWord = said.split(" ", 2)[0];
        var begun = firstWord.contains(".") ? said : language().capital(said);
        return ENDS.indexOf(begun.codePointBefore(begun.length())) >= 0
                ? begun
                : begun + language().stop();
    }

    /// @param numbers how numbers look: in the digits of the codes, which are the same in every language
    private record Spoken(Language language, ResourceBundle bundle, Locale numbers) {
        static Spoken of(Language language) {
            return new Spoken(
                    language,
                    ResourceBundle.getBundle("dev.tessera.desktop.messages", language.locale()),
                    new Locale.Builder()
                            .setLocale(language.locale())
                            .setUnicodeLocaleKeyword("nu", "latn")
                            .build());
        }

        String filled(String pattern, Object... arguments) {
            return arguments.length == 0 ? pattern : new MessageFormat(pattern, numbers).format(arguments);
        }
    }
}
