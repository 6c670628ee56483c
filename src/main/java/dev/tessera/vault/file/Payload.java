package dev.tessera.vault.file;

import dev.tessera.vault.Vault;

/// What is sealed inside the file.
///
/// @param version of the content; above [#VERSION] a later release wrote it
/// @param ancestry the saves before
/// @param vault the content itself
record Payload(int version, Ancestry ancestry, Vault vault) {

    /// The content version that this release writes.
    static final int VERSION = 1;

    boolean isOfLaterRelease() {
        return version > VERSION;
    }
}
