package dev.tessera.otp;

import java.time.Instant;

/// All that codes are made of: a secret and its parameters.
///
/// @param secret the shared secret
/// @param parameters the kind of code and its numbers
public record Credential(Secret secret, OtpParameters parameters) {

    /// @throws IllegalArgumentException if a Yandex secret is not one (16 bytes, or 26 with a right checksum)
    public Credential {
        if (parameters instanceof OtpParameters.Yandex) {
            YandexKey.requireSecret(secret);
        }
    }

    /// The code that is valid at `now`; for a counter-based credential, the code of its counter.
    ///
    /// @throws IllegalStateException if the secret was wiped
    public Code codeAt(Instant now) {
        return code(now, 0);
    }

    /// The code after the one valid at `now`: of the next time step, or of the next counter.
    ///
    /// @throws IllegalStateException if the secret was wiped
    public Code nextCodeAt(Instant now) {
        return code(now, 1);
    }

    private Code code(Instant now, int ahead) {
        return switch (parameters) {
            case OtpParameters.Hotp hotp ->
                Code.ofCounter(Hotp.code(secret, hotp.algorithm(), hotp.digits(), hotp.counter() + ahead));
            case OtpParameters.TimeBased timed -> codeOf(timed, timed.timeStepAt(now) + ahead);
        };
    }

    private Code codeOf(OtpParameters.TimeBased timed, long timeStep) {
        var text = switch (timed) {
            case OtpParameters.Totp totp -> Hotp.code(secret, totp.algorithm(), totp.digits(), timeStep);
            case OtpParameters.Steam _ -> SteamGuard.code(secret, timeStep);
            case OtpParameters.Motp motp -> MobileOtp.code(secret, motp.pin(), timeStep);
            case OtpParameters.Yandex yandex -> YandexKey.code(secret, yandex.pin(), timeStep);
        };
        return Code.ofTimeStep(text, timeStep, timed.period());
    }
}
