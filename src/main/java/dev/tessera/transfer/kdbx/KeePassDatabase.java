package dev.tessera.transfer.kdbx;

import java.util.List;

/// What of a database makes codes.
///
/// @param entries in the order of the document
/// @param binned those in the recycle bin
/// @param others how many entries have nothing that makes codes
public record KeePassDatabase(List<KeePassEntry> entries, List<KeePassEntry> binned, int others) {
    public KeePassDatabase {
        entries = List.copyOf(entries);
        binned = List.copyOf(binned);
    }
}
