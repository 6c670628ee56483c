package dev.tessera.explain;

import dev.tessera.otp.Code;
import dev.tessera.otp.OtpParameters;
import java.time.Duration;

/// One way in which a secret gives the code that was seen.
///
/// @param parameters how it is made
/// @param steps how many of its time steps it lies after the present one, below 0 before it; for a
///     counter-based code, how
///     many codes
/// @param cut how many signs of its end are not shown
/// @param code as it is made
public record Match(OtpParameters parameters, long steps, int cut, Code code) {

    /// How far the clock that made it is ahead of ours, to a time step; negative if it is behind.
    public Duration offset() {
        return parameters instanceof OtpParameters.TimeBased timed
                ? Duration.ofSeconds(steps * timed.period())
                : Duration.ZERO;
    }

    /// Whether nothing else than the clock or the counter differs.
    ///
    /// @param own how the codes of the account are made
    public boolean isOf(OtpParameters own) {
        return cut == 0 && withoutCounter(parameters).equals(withoutCounter(own));
    }

    private static OtpParameters withoutCounter(OtpParameters parameters) {
        return parameters instanceof OtpParameters.Hotp hotp ? hotp.withCounter(0) : parameters;
    }
}
