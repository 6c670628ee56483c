package dev.tessera.demo;

import java.time.Duration;
import java.util.Optional;

/// Why something that was typed is not taken, and what to do next, for the person.
///
/// @param status of HTTP
/// @param pause how long it is of no use to try again; empty if it may be tried at once
record Refusal(int status, String text, Optional<Duration> pause) {
    Refusal(int status, String text) {
        this(status, text, Optional.empty());
    }

    /// The page that says so, with its status.
    Reply on(Reply page) {
        return pause.map(page::tooMany).orElseGet(() -> page.withStatus(status));
    }
}
