package dev.tessera.cli;

/// Foreign texts that cannot move the cursor, colour the screen or turn the direction of reading. Small, for
/// [QuickCode] uses it.
final class Harmless {
    private static final int REPLACEMENT = 0xFFFD;

    private Harmless() {}

    static String text(String foreign) {
        var shown = new StringBuilder(foreign.length());
        for (int i = 0; i < foreign.length(); ) {
            int c = foreign.codePointAt(i);
            shown.appendCodePoint(isHarmless(c) ? c : REPLACEMENT);
            i += Character.charCount(c);
        }
        return shown.toString();
    }

    /// `Pexip (ann@example.org)`, or what of it is known.
    @SuppressWarnings("UnnecessaryStringBuilder") // `+` loads more classes than all else here
    static String name(String issuer, String accountName) {
        if (issuer.isEmpty() || accountName.isEmpty()) {
            var known = issuer.isEmpty() ? accountName : issuer;
            return known.isEmpty() ? "(no name)" : text(known);
        }
        return new StringBuilder(text(issuer))
                .append(" (")
                .append(text(accountName))
                .append(')')
                .toString();
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
