package dev.tessera.desktop.control;

import static dev.tessera.desktop.control.Messages.text;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.CharBuffer;

/// How long a passphrase would stand against guessing.
///
/// @param score 0 to 4 as zxcvbn counts, -1 while nothing is typed
public record Strength(int score) {
    static final Strength UNKNOWN = new Strength(-1);

    /// zxcvbn's time grows with the square of the length and more; what is longer is strong by length alone.
    private static final int MAX_MEASURED = 72;

    /// Measures `passphrase`; the caller wipes it.
    static Strength of(char[] passphrase) {
        if (passphrase.length == 0) {
            return UNKNOWN;
        }
        var measured = CharBuffer.wrap(passphrase, 0, Math.min(passphrase.length, MAX_MEASURED));
        return new Strength(new Zxcvbn().measure(measured).getScore());
    }

    /// In words, with what would help.
    public String words() {
        return switch (score) {
            case 0 -> text("strength.0");
            case 1 -> text("strength.1");
            case 2 -> text("strength.2");
            case 3 -> text("strength.3");
            case 4 -> text("strength.4");
            default -> text("strength.none");
        };
    }
}
