package dev.tessera.otpauth;

import java.util.Map;

/// A text as it comes out of a clipboard or a QR code, freed of what stands around it.
final class PastedText {
    /// The longest text that is looked at, in characters.
    static final int MAX_LENGTH = 8 * 1024;

    private static final int MAX_LAYERS = 4;
    private static final Map<Character, String> CLOSING =
            Map.of('<', ">", '"', "\"", '\'', "'", '`', "`", '“', "”", '„', "“”", '‘', "’", '«', "»", '»', "«");

    private PastedText() {}

    /// Without white space, byte order marks, angle brackets and quotes around it.
    static String unwrap(String text) {
        String inner = strip(text);
        for (int layer = 0; layer < MAX_LAYERS && isWrapped(inner); layer++) {
            inner = strip(inner.substring(1, inner.length() - 1));
        }
        return inner;
    }

    private static boolean isWrapped(String text) {
        if (text.length() < 2) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        return CLOSING.getOrDefault(text.charAt(0), "").indexOf(last) >= 0;
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.isISOControl(sign)
                || Character.getType(sign) == Character.FORMAT;
    }
}
