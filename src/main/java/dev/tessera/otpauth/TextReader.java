package dev.tessera.otpauth;

import java.util.List;

/// Finds out what a text is.
final class TextReader {
    /// The longest text of many lines, in characters.
    private static final int MAX_LENGTH = 4 * 1024 * 1024;

    private TextReader() {}

    static ScannedText read(String text) {
        if (text.length() > PastedText.MAX_LENGTH) {
            return new ScannedText.Unusable("The text is longer than 8 KiB, which is too long for an account. "
                    + "If it is a file with many accounts, import it as a file.");
        }
        String inner = PastedText.unwrap(text);
        try {
            if (isMigration(inner)) {
                return new ScannedText.Part(MigrationReader.parse(inner));
            }
            if (LinkReader.isAccountLink(inner)) {
                return switch (LinkReader.read(inner)) {
                    case OtpauthUri uri -> new ScannedText.One(uri);
                    case PinlessUri pinless -> new ScannedText.NeedsPin(pinless);
                };
            }
            return BareSecretText.find(inner)
                    .<ScannedText>map(ScannedText.BareSecret::new)
                    .orElseGet(() -> new ScannedText.Other(ForeignText.explain(inner)));
        } catch (OtpauthException e) {
            return new ScannedText.Unusable(
                    isMigration(inner)
                            ? "This export cannot be used: " + e.getMessage() + "."
                            : "This account cannot be used: " + e.getMessage() + ".");
        }
    }

    static List<ScannedText> readLines(String text) {
        if (text.length() > MAX_LENGTH) {
            return List.of(read(text));
        }
        var lines = text.lines()
                .map(PastedText::unwrap)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        return lines.stream().anyMatch(TextReader::isLink)
                ? lines.stream().map(TextReader::read).toList()
                : List.of(read(text));
    }

    private static boolean isLink(String line) {
        return isMigration(line) || LinkReader.isAccountLink(line);
    }

    private static boolean isMigration(String text) {
        return text.regionMatches(true, 0, MigrationReader.SCHEME, 0, MigrationReader.SCHEME.length());
    }
}
