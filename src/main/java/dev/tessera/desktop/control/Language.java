package dev.tessera.desktop.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language that the windows speak.
public enum Language {
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch"),
    SPANISH("es", "Español"),
    FRENCH("fr", "Français"),
    ITALIAN("it", "Italiano"),
    DUTCH("nl", "Nederlands"),
    NORWEGIAN("nb", "Norsk bokmål"),
    POLISH("pl", "Polski"),
    PORTUGUESE("pt-BR", "Português (Brasil)"),
    SWEDISH("sv", "Svenska"),
    TURKISH("tr", "Türkçe"),
    UKRAINIAN("uk", "Українська"),
    HEBREW("he", "עברית"),
    ARABIC("ar", "العربية"),
    JAPANESE("ja", "日本語"),
    CHINESE_SIMPLIFIED("zh-Hans", "简体中文"),
    CHINESE_TRADITIONAL("zh-Hant", "繁體中文"),
    KOREAN("ko", "한국어");

    private final Locale locale;
    private final String ownName;

    Language(String tag, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    /// As BCP 47 names it.
    public String tag() {
        return locale.toLanguageTag();
    }

    /// Its name in itself.
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    /// Whether it is written from right to left.
    public boolean isRightToLeft() {
        return this == HEBREW || this == ARABIC;
    }

    /// `text` with a capital, as a sentence begins.
    String capital(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(locale) + text.substring(first);
    }

    /// What ends a sentence.
    String stop() {
        return this == JAPANESE || this == CHINESE_SIMPLIFIED || this == CHINESE_TRADITIONAL ? "。" : ".";
    }

    /// That of a tag of [#tag].
    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values()).filter(each -> each.tag().equals(tag)).findFirst();
    }

    /// The nearest to what the person speaks: English where there is none.
    public static Language nearest(Locale spoken) {
        var language = spoken.getLanguage();
        return switch (language) {
            case "no", "nn" -> NORWEGIAN;
            case "iw" -> HEBREW;
            case "zh" -> isTraditional(spoken) ? CHINESE_TRADITIONAL : CHINESE_SIMPLIFIED;
            default ->
                Arrays.stream(values())
                        .filter(each -> each.locale.getLanguage().equals(language))
                        .findFirst()
                        .orElse(ENGLISH);
        };
    }

    private static boolean isTraditional(Locale chinese) {
        return switch (chinese.getScript()) {
            case "Hant" -> true;
            case "Hans" -> false;
            default -> chinese.getCountry().matches("TW|HK|MO");
        };
    }
}
