package dev.tessera.otpauth;

import java.util.function.Consumer;

/// Issuers and account names as they may be shown in a list or a terminal.
public final class Names {
    private Names() {}

    /// Trimmed, without control signs and without those that turn the direction of writing: they could
    /// steer a terminal or make one name look like another.
    ///
    /// @param repaired takes a sentence for a person about each thing that was left out
    public static String clean(String name, Consumer<String> repaired) {
        var text = new StringBuilder(name.length());
        name.codePoints().filter(c -> !isControl(c)).forEach(text::appendCodePoint);
        if (text.length() < name.length()) {
            repaired.accept("A name contains control characters; they were left out.");
        }
        if (name.indexOf('\ufffd') >= 0) {
            repaired.accept("A name contains bytes that are not valid UTF-8; each is shown as �.");
        }
        return text.toString().strip();
    }

    private static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> (codePoint >= 0x202a && codePoint <= 0x202e) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        };
    }
}
