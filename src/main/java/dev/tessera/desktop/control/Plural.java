package dev.tessera.desktop.control;

/// The plural form that a language wants after a whole number: Unicode's rules (CLDR, "Language Plural Rules"), for the
/// languages of [Language].
enum Plural {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    private static final int MILLION = 1_000_000;

    /// @param count 0 or more
    static Plural of(Language language, long count) {
        return switch (language) {
            case ENGLISH, GERMAN, DUTCH, NORWEGIAN, SWEDISH, TURKISH -> count == 1 ? ONE : OTHER;
            case SPANISH, ITALIAN -> count == 1 ? ONE : ofLatin(count);
            case FRENCH, PORTUGUESE -> count <= 1 ? ONE : ofLatin(count);
            case POLISH -> count == 1 ? ONE : ofSlavic(count);
            case UKRAINIAN -> count % 10 == 1 && count % 100 != 11 ? ONE : ofSlavic(count);
            case HEBREW -> count == 1 ? ONE : count == 2 ? TWO : OTHER;
            case ARABIC -> ofArabic(count);
            case JAPANESE, CHINESE_SIMPLIFIED, CHINESE_TRADITIONAL, KOREAN -> OTHER;
        };
    }

    /// "Un million de comptes".
    private static Plural ofLatin(long count) {
        return count != 0 && count % MILLION == 0 ? MANY : OTHER;
    }

    private static Plural ofSlavic(long count) {
        long unit = count % 10;
        long two = count % 100;
        return unit >= 2 && unit <= 4 && (two < 12 || two > 14) ? FEW : MANY;
    }

    private static Plural ofArabic(long count) {
        if (count <= 2) {
            return values()[(int) count];
        }
        long two = count % 100;
        if (two >= 3 && two <= 10) {
            return FEW;
        }
        return two >= 11 ? MANY : OTHER;
    }
}
