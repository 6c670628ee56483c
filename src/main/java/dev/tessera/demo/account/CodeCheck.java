package dev.tessera.demo.account;

import dev.tessera.otp.Code;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.otp.Totp;
import java.time.Instant;
import java.util.OptionalLong;

/// Which time step a typed code belongs to (RFC 6238 section 5.2), the same at enrolment and at log-in.
///
/// @param window how many steps before and after the server's own are accepted, 0 to 2
record CodeCheck(int window) {
    static final OtpParameters.Totp PARAMETERS = OtpParameters.Totp.standard();
    private static final int WIDEST = 2;

    CodeCheck {
        if (window < 0 || window > WIDEST) {
            throw new IllegalArgumentException("window is " + window + "; it must be 0 to " + WIDEST + " steps");
        }
    }

    /// Whether `typed` has the form of a code. A space in it would give one code two spellings, and
    /// with them two lives.
    static boolean isFormed(String typed) {
        return Code.isDigits(typed, PARAMETERS.digits());
    }

    /// The latest step of the window whose code was typed. All of the window is always compared, each code in
    /// constant time, so that the time of the answer tells nothing.
    OptionalLong matchingStep(Secret seed, String typed, Instant now) {
        long current = PARAMETERS.timeStepAt(now);
        var found = OptionalLong.empty();
        for (long step = current - window; step <= current + window; step++) {
            var candidate = OptionalLong.of(step);
            found = Totp.code(seed, PARAMETERS, step).matches(typed) ? candidate : found;
        }
        return found;
    }

    /// The first instant at which a code later than that of `step` is current.
    static Instant endOf(long step) {
        return Instant.ofEpochSecond(Math.multiplyExact(step + 1, (long) PARAMETERS.period()));
    }
}
