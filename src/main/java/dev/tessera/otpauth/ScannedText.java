package dev.tessera.otpauth;

import dev.tessera.otp.Secret;
import java.util.List;

/// What a text from a QR code, a paste or a drop turns out to be.
public sealed interface ScannedText {

    /// An account.
    record One(OtpauthUri uri) implements ScannedText {}

    /// An account whose codes need a PIN that the link does not hold: ask for it.
    record NeedsPin(PinlessUri uri) implements ScannedText {}

    /// One part of an export of several accounts.
    record Part(MigrationPayload payload) implements ScannedText {}

    /// A bare Base32 secret: the rest must be typed in.
    record BareSecret(Secret secret) implements ScannedText {}

    /// Meant as an account, but not usable; `problem` says why, for a person.
    record Unusable(String problem) implements ScannedText {}

    /// Something else; `explanation` says what it is and what to do next, for a person.
    record Other(String explanation) implements ScannedText {}

    /// Never throws: every text is one of these. Nothing that a text points to is opened or fetched.
    static ScannedText parse(String text) {
        return TextReader.read(text);
    }

    /// Each line of a paste or a dropped file by itself, when one of them is a link to an account or an
    /// export; blank lines and those that begin with `#` do not count. Any other text is one, in whole.
    static List<ScannedText> parseLines(String text) {
        return TextReader.readLines(text);
    }
}
