package dev.tessera.transfer;

import dev.tessera.otpauth.OtpauthException;
import java.io.Serial;
import java.util.Objects;

/// One entry of a file that cannot be used. The message is the reason, such as `digits is 0; it must be 1 to 10`,
/// and never holds a secret.
public final class UnusableEntryException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public UnusableEntryException(String reason) {
        super(reason);
    }

    /// For the same reason as a link.
    public UnusableEntryException(OtpauthException e) {
        this(e.getMessage());
    }

    /// Never null, unlike that of other exceptions.
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
