package dev.tessera.cli;

import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.TimeBased;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/// The codes around the present one.
final class NeighbouringCodes {
    private static final int NEAR = 2;

    private NeighbouringCodes() {}

    static List<NeighbouringCode> of(Credential credential, Instant now) {
        return LongStream.rangeClosed(-NEAR, NEAR)
                .filter(step -> !(credential.parameters() instanceof Hotp hotp) || isThere(hotp, step))
                .mapToObj(step -> at(credential, step, now))
                .toList();
    }

    private static boolean isThere(Hotp hotp, long step) {
        return step >= -hotp.counter() && step <= Long.MAX_VALUE - hotp.counter();
    }

    private static NeighbouringCode at(Credential credential, long step, Instant now) {
        var code = switch (credential.parameters()) {
            case Hotp hotp -> new Credential(credential.secret(), hotp.withCounter(hotp.counter() + step)).codeAt(now);
            case TimeBased timed -> credential.codeAt(now.plusSeconds(step * timed.period()));
        };
        return new NeighbouringCode(step, code);
    }
}
