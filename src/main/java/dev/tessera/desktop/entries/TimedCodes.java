package dev.tessera.desktop.entries;

import dev.tessera.otp.Code;
import dev.tessera.otp.Credential;
import java.time.Instant;

/// The codes before, in and after the present time step. Computed once a step, not once a second.
record TimedCodes(Code previous, Code current, Code next) {

    static TimedCodes at(Credential credential, Instant now) {
        var current = credential.codeAt(now);
        return new TimedCodes(
                credential.codeAt(current.validFrom().minusNanos(1)), current, credential.nextCodeAt(now));
    }

    /// Whether these are the ones of `now`.
    boolean holdAt(Instant now) {
        return !now.isBefore(current.validFrom()) && now.isBefore(current.validUntil());
    }
}
