package dev.tessera.otp;

import java.time.Instant;

/// All that codes are made of: a secret and its parameters.
///
/// @param secret the shared secret
/// @param parameters the kind of code and its numbers
public record Credential(Secret secret, OtpParameters parameters) {

    /// The code that is valid at `now`; for a counter-based credential, the code of its counter.
    public Code codeAt(Instant now) {
        throw new UnsupportedOperationException("to come: " + now);
    }

    /// The code after the one valid at `now`: of the next time step, or of the next counter.
    public Code nextCodeAt(Instant now) {
        throw new UnsupportedOperationException("to come: " + now);
    }
}
