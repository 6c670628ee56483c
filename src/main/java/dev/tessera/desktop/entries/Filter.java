package dev.tessera.desktop.entries;

import java.util.UUID;

/// Which part of the list is shown.
public sealed interface Filter {
    /// Everything.
    record All() implements Filter {}

    /// What is pinned.
    record Pinned() implements Filter {}

    /// What is copied most on this computer.
    record Frequent() implements Filter {}

    /// What bears a tag.
    record Tagged(UUID tagId) implements Filter {}

    Filter ALL = new All();
    Filter PINNED = new Pinned();
    Filter FREQUENT = new Frequent();
}
