package dev.tessera.transfer.export;

import java.util.Set;

/// Writes accounts as one program reads them, either sealed or not.
public sealed interface Exporter permits PlainExporter, SealedExporter {

    /// For the command line and JSON, never changed: `aegis`, and `aegis_plain` for the same without a seal.
    String id();

    /// As people know the program: `Aegis`.
    String name();

    /// How the names of such files end, without the dot: `json`.
    String extension();

    /// Whether a passphrase is needed to read what is written.
    boolean isSealed();

    /// Whether it is text, which a terminal can show.
    boolean isText();

    /// Whether the entries that this release cannot use come along with the whole list.
    default boolean holdsSetAside() {
        return false;
    }

    /// What of this account the target cannot hold; empty if it holds all. With a loss that leaves it out there is no
    /// other.
    Set<Loss> losses(ExportEntry entry);
}
