package dev.tessera.otp;

/// A text that is no Base32. The message names one sign and its place, never more of the text.
public final class NotBase32Exception extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NotBase32Exception(String message) {
        super(message);
    }
}
