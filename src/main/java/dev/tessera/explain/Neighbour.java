package dev.tessera.explain;

import dev.tessera.otp.Code;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.TimeBased;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/// A code of a time step or of a counter beside the present one.
///
/// @param step how many steps or codes it lies after the present one
/// @param code of that step
public record Neighbour(long step, Code code) {
    private static final int NEAR = 2;

    /// Those of two steps or counters before and after the present one, and that one itself.
    ///
    /// @throws IllegalStateException if the secret was wiped
    public static List<Neighbour> around(Credential credential, Instant now) {
        return LongStream.rangeClosed(-NEAR, NEAR)
                .filter(step -> !(credential.parameters() instanceof Hotp hotp) || isThere(hotp, step))
                .mapToObj(step -> at(credential, step, now))
                .toList();
    }

    private static boolean isThere(Hotp hotp, long step) {
        return step >= -hotp.counter() && step <= Long.MAX_VALUE - hotp.counter();
    }

    private static Neighbour at(Credential credential, long step, Instant now) {
        var code = switch (credential.parameters()) {
            case Hotp hotp -> new Credential(credential.secret(), hotp.withCounter(hotp.counter() + step)).codeAt(now);
            case TimeBased timed -> credential.codeAt(now.plusSeconds(step * timed.period()));
        };
        return new Neighbour(step, code);
    }
}
