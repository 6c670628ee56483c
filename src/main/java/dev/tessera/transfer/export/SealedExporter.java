package dev.tessera.transfer.export;

import dev.tessera.crypto.Passphrase;

/// Writes what opens with a passphrase alone.
public non-sealed interface SealedExporter extends Exporter {

    @Override
    default boolean isSealed() {
        return true;
    }

    /// What was typed, as the target takes it: most programs use a passphrase byte for byte.
    ///
    /// @param typed not kept; the caller wipes it
    default Passphrase passphrase(char[] typed) {
        return Passphrase.ofForeignFile(typed);
    }

    /// The whole file.
    ///
    /// @param content entries that the target can hold, at least one
    /// @param passphrase from [#passphrase(char\[\])], not empty
    byte[] seal(ExportContent content, Passphrase passphrase);
}
