package dev.tessera.desktop.control;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as a search sees it: accents and case do not count.
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folding() {}

    /// The folded form: compatibility letters apart, no marks, lower case, no white space around.
    public static String fold(String text) {
        var apart = MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFKD))
                .replaceAll("");
        // Upper case first: it takes ß and the dotless ı with it. The strokes are letters of their own to Unicode.
        return apart.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace("æ", "ae")
                .replace("œ", "oe");
    }
}
