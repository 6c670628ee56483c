package dev.tessera.vault;

import java.time.Instant;
import java.util.Optional;

/// How often and when a code was last copied.
///
/// @param count times copied, 0 or more
/// @param lastUsed empty when never
public record Usage(long count, Optional<Instant> lastUsed) {
    /// Never used.
    public static Usage none() {
        return new Usage(0, Optional.empty());
    }

    /// One use more.
    public Usage at(Instant now) {
        return new Usage(count + 1, Optional.of(now));
    }
}
