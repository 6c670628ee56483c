package dev.tessera.transfer.export;

import java.util.List;

/// Writes what anybody can read.
public non-sealed interface PlainExporter extends Exporter {

    @Override
    default boolean isSealed() {
        return false;
    }

    /// One or more files, which the caller wipes.
    ///
    /// @param content entries that the target can hold, at least one
    List<byte[]> write(ExportContent content);
}
