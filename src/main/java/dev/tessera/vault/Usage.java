package dev.tessera.vault;

import java.time.Instant;
import java.util.Optional;

/// How often and when a code was last copied.
///
/// @param count times copied, 0 or more
/// @param lastUsed empty when never
public record Usage(long count, Optional<Instant> lastUsed) {
    /// @throws IllegalArgumentException if the count is negative
    public Usage {
        if (count < 0) {
            throw new IllegalArgumentException("count is " + count + "; it must be 0 or more");
        }
    }

    /// Never used.
    public static Usage none() {
        return new Usage(0, Optional.empty());
    }

    /// One use more.
    public Usage at(Instant now) {
        return new Usage(count + 1, Optional.of(now));
    }

    /// The greater count and the later time of both.
    Usage join(Usage other) {
        var later = lastUsed.isEmpty()
                        || (other.lastUsed.isPresent() && other.lastUsed.get().isAfter(lastUsed.get()))
                ? other.lastUsed
                : lastUsed;
        return new Usage(Math.max(count, other.count), later);
    }
}
