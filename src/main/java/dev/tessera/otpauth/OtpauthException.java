package dev.tessera.otpauth;

import java.util.Objects;

/// A text that is no usable account. The message names the parameter and the allowed range, never a secret.
public final class OtpauthException extends Exception {
    private static final long serialVersionUID = 1;

    public OtpauthException(String message) {
        super(message);
    }

    /// Never null, unlike that of other exceptions.
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
