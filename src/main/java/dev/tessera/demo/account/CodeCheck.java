package dev.tessera.demo.account;

import dev.tessera.otp.Code;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.otp.Totp;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// Which time step a typed code belongs to (RFC 6238 section 5.2), the same at enrolment and at log-in.
///
/// @param window how many steps before and after the server's own are accepted, 0 to 2
record CodeCheck(int window) {
    static final OtpParameters.Totp PARAMETERS = OtpParameters.Totp.standard();
    private static final int WIDEST = 2;
    /// How far a single code is searched, only to tell how far the device's clock is off: 5 minutes.
    private static final int FAR = 10;
    /// How far two consecutive codes are searched, to learn it: 10 minutes.
    private static final int RESYNCHRONISABLE = 20;

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
    ///
    /// @param centre the step in the middle of the window
    OptionalLong matchingStep(Secret seed, String typed, long centre) {
        return search(seed, typed, centre - window, centre + window);
    }

    /// The step outside of the window whose code was typed. It is never accepted.
    OptionalLong farStep(Secret seed, String typed, long current) {
        return search(seed, typed, current - FAR, current + FAR);
    }

    /// The step of the second of two consecutive codes.
    OptionalLong secondOf(Secret seed, String first, String second, long current) {
        var found = OptionalLong.empty();
        for (long step = current - RESYNCHRONISABLE; step < current + RESYNCHRONISABLE; step++) {
            var candidate = OptionalLong.of(step + 1);
            boolean isFirst = Totp.code(seed, PARAMETERS, step).matches(first);
            boolean isSecond = Totp.code(seed, PARAMETERS, step + 1).matches(second);
            found = isFirst && isSecond ? candidate : found;
        }
        return found;
    }

    /// How far a device is off that shows the code of `step` while the server's step is `current`; more than 0 if it is
    /// ahead.
    static Duration drift(long step, long current) {
        return Duration.ofSeconds((step - current) * PARAMETERS.period());
    }

    /// The server's own step.
    static long stepAt(Instant now) {
        return PARAMETERS.timeStepAt(now);
    }

    /// The first instant at which a code later than that of `step` is current.
    static Instant endOf(long step) {
        return Instant.ofEpochSecond(Math.multiplyExact(step + 1, (long) PARAMETERS.period()));
    }

    private static OptionalLong search(Secret seed, String typed, long from, long to) {
        var found = OptionalLong.empty();
        for (long step = from; step <= to; step++) {
            var candidate = OptionalLong.of(step);
            found = Totp.code(seed, PARAMETERS, step).matches(typed) ? candidate : found;
        }
        return found;
    }
}
