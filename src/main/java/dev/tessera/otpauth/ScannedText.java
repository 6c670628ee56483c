package dev.tessera.otpauth;

/// What a text from a QR code, a paste or a drop turns out to be.
public sealed interface ScannedText {

    /// An account.
    record One(OtpauthUri uri) implements ScannedText {}

    /// One part of an export of several accounts.
    record Part(MigrationPayload payload) implements ScannedText {}

    /// A bare Base32 secret: the rest must be typed in.
    record BareSecret(dev.tessera.otp.Secret secret) implements ScannedText {}

    /// Meant as an account, but not usable; `problem` says why, for a person.
    record Unusable(String problem) implements ScannedText {}

    /// Something else; `explanation` says what it is and what to do next, for a person.
    record Other(String explanation) implements ScannedText {}

    /// Never throws: every text is one of these.
    static ScannedText parse(String text) {
        throw new UnsupportedOperationException("to come: " + text.length());
    }
}
