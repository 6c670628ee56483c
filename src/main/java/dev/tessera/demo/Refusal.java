package dev.tessera.demo;

import java.time.Duration;
import java.util.Optional;

/// Why something that was typed is not taken, and what to do next, for the person.
///
/// @param status of HTTP
/// @param pause how long it is of no use to try again; empty if it may be tried at once
/// @param untilNext how long until there is another code; empty if that is not the reason
record Refusal(int status, String text, Optional<Duration> pause, Optional<Duration> untilNext) {
    Refusal(int status, String text) {
        this(status, text, Optional.empty(), Optional.empty());
    }

    /// Tried too often.
    static Refusal tooMany(String text, Duration pause) {
        return new Refusal(429, text, Optional.of(pause), Optional.empty());
    }

    /// The code is used up.
    static Refusal used(String text, Optional<Duration> untilNext) {
        return new Refusal(403, text, Optional.empty(), untilNext);
    }

    /// The page that says so, with its status.
    Reply on(Reply page) {
        var counting = untilNext.map(page::untilNextCode).orElse(page);
        return pause.map(counting::tooMany).orElseGet(() -> counting.withStatus(status));
    }
}
