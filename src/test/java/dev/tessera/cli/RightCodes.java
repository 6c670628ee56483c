package dev.tessera.cli;

import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.OtpauthUri;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The codes of [Desk#PEXIP] by the clock of this computer, which is right.
final class RightCodes {
    private static final int STEP = 30;

    private RightCodes() {}

    /// Of each time step from `start` to now: what was made meanwhile is one of them.
    static List<String> since(Instant start) {
        try {
            var credential = OtpauthUri.parse(Desk.PEXIP).account().credential();
            var now = Instant.now();
            return Stream.concat(
                            Stream.iterate(start, time -> time.isBefore(now), time -> time.plusSeconds(STEP)),
                            Stream.of(now))
                    .map(time -> credential.codeAt(time).text())
                    .distinct()
                    .toList();
        } catch (OtpauthException e) {
            throw new AssertionError("the tests' own links are right", e);
        }
    }
}
