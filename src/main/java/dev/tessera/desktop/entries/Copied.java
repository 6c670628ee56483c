package dev.tessera.desktop.entries;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// What was copied last and is still in the clipboard, as far as we know.
///
/// @param entryId whose code it is
/// @param code as it was put there
/// @param clearsAt when it will be cleared
public record Copied(UUID entryId, String code, Instant clearsAt) {

    /// Whole seconds until it will be cleared, rounded up.
    int secondsLeft(Instant now) {
        return (int) Math.max(0, Math.ceilDiv(Duration.between(now, clearsAt).toMillis(), 1000L));
    }

    /// Hides the code.
    @Override
    public String toString() {
        return "Copied[code hidden, until " + clearsAt + "]";
    }
}
