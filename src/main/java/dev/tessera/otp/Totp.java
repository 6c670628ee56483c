package dev.tessera.otp;

/// TOTP, the time-based one-time password of RFC 6238: HOTP over the number of the time step.
///
/// It reads no clock. Whoever verifies codes asks for the steps that it accepts, one by one, and
/// compares each with [Code#matches(String)].
public final class Totp {
    private Totp() {}

    /// The code of one time step, with the step's first and last instants.
    ///
    /// @param timeStep [OtpParameters.TimeBased#timeStepAt(java.time.Instant)]; negative before 1970
    /// @throws IllegalStateException if the secret was wiped
    public static Code code(Secret secret, OtpParameters.Totp parameters, long timeStep) {
        var text = Hotp.code(secret, parameters.algorithm(), parameters.digits(), timeStep);
        return Code.ofTimeStep(text, timeStep, parameters.period());
    }
}
